package io.trunkline.backend.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void recordsComeBackInOrderOnceAndAfterARestart() {
        add(new Spool(folder), "a", "b");
        var spool = new Spool(folder);
        add(spool, "c");

        assertThat(replayed(spool)).containsExactly("a", "b", "c");
        assertThat(spool.isEmpty()).isTrue();
        assertThat(replayed(spool)).isEmpty();
    }

    @Test
    void whatCannotBeTakenStays() {
        var spool = new Spool(folder);
        add(spool, "a", "b");

        assertThatThrownBy(() -> spool.replay(_ -> {
                    throw new IllegalStateException("still gone");
                }))
                .hasMessage("still gone");
        add(spool, "c");

        assertThat(replayed(spool)).containsExactly("a", "b", "c");
    }

    @Test
    void aRecordCutShortIsLeftOutAndTheRestStays() throws Exception {
        add(new Spool(folder), "whole");
        try (var files = Files.list(folder)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        }

        assertThat(replayed(new Spool(folder))).containsExactly("whole");
    }

    private static void add(Spool spool, String... records) {
        for (var record : records) {
            spool.add(record.getBytes(UTF_8));
        }
    }

    private static List<String> replayed(Spool spool) {
        var seen = new ArrayList<String>();
        spool.replay(record -> seen.add(new String(record, UTF_8)));
        return seen;
    }
}
