package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.SingleInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program ends in order when it is asked at its door, on which the AOT cache of every system rests: Java
/// writes it when the program ends by itself only.
class AskedToEndIT {
    @TempDir
    Path home;

    @Test
    void aProgramThatIsAskedAtItsDoorEndsByItself() throws IOException, InterruptedException {
        var door = home.resolve("door");
        try (var desk = DeskProcess.start(home)) {
            Waits.closely("the door", Duration.ofSeconds(40), () -> Files.exists(door));

            assertThat(SingleInstance.quit(AppFolder.at(home))).isTrue();

            assertThat(desk.ends()).isZero();
            assertThat(door).doesNotExist();
            assertThat(home.resolve("log/desktop.log")).exists();
        }
    }
}
