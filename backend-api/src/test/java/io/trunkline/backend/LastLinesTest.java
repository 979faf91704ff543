package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {
    @TempDir
    Path folder;

    @Test
    void theLastThousandLinesOfAFile() throws IOException {
        var log = folder.resolve("backend.log");
        Files.writeString(
                log, IntStream.rangeClosed(1, 1_200).mapToObj(String::valueOf).collect(Collectors.joining("\n")));

        assertThat(LastLines.of(log))
                .isInstanceOfSatisfying(
                        LastLines.Found.class,
                        found -> assertThat(found.text()).startsWith("201\n").endsWith("\n1200"));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        var log = folder.resolve("none.log");

        assertThat(LastLines.of(log)).isEqualTo(new LastLines.Missing(log + " cannot be read: there is no such file"));
    }

    @Test
    void aJournalThatShowsNothingToThisUserIsSaidAlsoWhenItCallsThatASuccess() {
        assertThat(shell("echo 'Hint: you see no messages of others' >&2"))
                .isEqualTo(new LastLines.Missing("sh shows nothing of trunkline-backend to this user"));
        assertThat(shell("echo 'No journal files were opened' >&2; exit 1"))
                .isEqualTo(new LastLines.Missing("sh failed: No journal files were opened"));
        assertThat(shell("echo one; echo two")).isEqualTo(new LastLines.Found("one\ntwo"));
    }

    @Test
    void aSystemWithoutAJournalIsSaid() {
        assertThat(LastLines.printedBy(List.of(folder.resolve("journalctl").toString())))
                .isInstanceOfSatisfying(
                        LastLines.Missing.class,
                        missing -> assertThat(missing.why()).contains("journalctl cannot be run: "));
    }

    private static LastLines shell(String script) {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "There is no shell here.");
        return LastLines.printedBy(List.of("sh", "-c", script));
    }
}
