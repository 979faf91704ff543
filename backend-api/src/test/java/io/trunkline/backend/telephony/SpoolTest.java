package io.trunkline.backend.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    Path folder;

    @Test
    void recordsComeBackInOrderOnceAndAfterARestart() {
        add(spool(), "a", "b");
        var spool = spool();
        add(spool, "c");

        assertThat(replayed(spool)).containsExactly("a", "b", "c");
        assertThat(spool.isEmpty()).isTrue();
        assertThat(replayed(spool)).isEmpty();
    }

    @Test
    void whatCannotBeTakenStays() {
        var spool = spool();
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
        add(spool(), "whole");
        try (var files = Files.list(folder)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        }

        assertThat(replayed(spool())).containsExactly("whole");
    }

    private Spool spool() {
        return new Spool(folder, THREADS);
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
