package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFilesTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLoggedIsKeptWithoutWhatTellsOfPeople() throws IOException {
        var log = LoggerFactory.getLogger("a feature");
        try (var files = LogFiles.start(AppFolder.at(folder))) {
            log.info(
                    "Called {} for {}", "+34600123456", "ana@mail.example", new IllegalStateException("at 2025550143"));
            assertThat(files.files()).hasSize(1);
        }
        log.info("after the end");

        assertThat(Files.readString(folder.resolve("log/desktop.log")))
                .contains("INFO", "a feature: Called [number] for [address]", "IllegalStateException", "at [number]")
                .doesNotContain("600123456", "ana@", "2025550143", "after the end");
    }

    @Test
    void theFilesStayFewAndSmall() throws IOException {
        var log = LoggerFactory.getLogger("a talkative feature");
        try (var files = LogFiles.start(AppFolder.at(folder), 2_000)) {
            for (var line = 0; line < 2_000; line++) {
                log.info("line {} of many", line);
            }
            assertThat(files.files()).hasSize(4);
            for (var file : files.files()) {
                assertThat(Files.size(file)).isLessThan(2_500);
            }
        }
    }

    @Test
    void theEndOfALongFileSaysWhatIsLeftOut() throws IOException {
        var file = Files.writeString(folder.resolve("long"), "first line\nsecond line\nthird line\n");
        assertThat(LogFiles.end(file, 20))
                .startsWith("[14 bytes before")
                .endsWith("third line\n")
                .doesNotContain("first");
        assertThat(LogFiles.end(file, 100)).isEqualTo("first line\nsecond line\nthird line\n");
    }
}
