package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Commands commands = new Commands();

    @BeforeEach
    void hasAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    }

    @Test
    void givesWhatIsWrittenHoweverLong() {
        assertThat(commands.output(List.of("/bin/sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x")))
                .hasValueSatisfying(text -> assertThat(text).hasSize(300_000));
    }

    @Test
    void givesNothingOfWhatFailsOrIsNotThere() {
        assertThat(commands.output(List.of("/bin/sh", "-c", "echo half; exit 1")))
                .isEmpty();
        assertThat(commands.output(List.of("/bin/there-is-no-such-program"))).isEmpty();
    }

    @Test
    void doesNotWaitForWhatDoesNotEnd() {
        var begun = System.nanoTime();
        assertThat(commands.output(List.of("/bin/sh", "-c", "exec sleep 60"))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
