package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwakeTest {
    @Test
    void whatKeepsTheDisplayOnRunsUntilItIsClosed() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        var awake = Awake.by(List.of("/bin/sh", "-c", "exec sleep 4711"));
        var holding = ProcessHandle.current()
                .children()
                .filter(each -> each.info().commandLine().orElse("").contains("4711"))
                .findFirst()
                .orElseThrow();

        awake.close();

        holding.onExit().get(20, TimeUnit.SECONDS);
        assertThat(holding.isAlive()).isFalse();
    }

    @Test
    void aSystemThatCannotDoesNotStopTheWallboard() {
        assertThatCode(() -> Awake.by(List.of("/there/is/no/such/program")).close())
                .doesNotThrowAnyException();
    }
}
