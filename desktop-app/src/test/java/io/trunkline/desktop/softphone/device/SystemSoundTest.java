package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real microphones and speakers, as far as a sound server can pretend them.
@Timeout(120)
class SystemSoundTest {
    @TempDir
    Path folder;

    @Test
    void devicesAreTriedChangedUnpluggedAndPluggedInAgain() throws Exception {
        assumeTrue(SoundServer.isPossible(), "there is no PulseAudio with its tools on this computer");
        var log = folder.resolve("tryout.log");
        try (var server = SoundServer.begin(Files.createDirectories(folder.resolve("pulse")))) {
            mustEndWell(tryout(SoundTryout.class, server, log), log);
        }
    }

    @Test
    void aSoundServerThatIsStartedAnewGivesTheNextCallItsSoundAndTheRunningOneAsSoonAsItIsJoinedAgain()
            throws Exception {
        assumeTrue(SoundServer.isPossible(), "there is no PulseAudio with its tools on this computer");
        var log = folder.resolve("restart.log");
        var server = SoundServer.at(Files.createDirectories(folder.resolve("pulse")));
        mustEndWell(tryout(SoundRestartTryout.class, server, log), log);
    }

    private static void mustEndWell(Process program, Path log) throws Exception {
        try {
            assertThat(program.waitFor(90, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(program.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private Process tryout(Class<?> which, SoundServer server, Path log) throws Exception {
        return Tryout.begin(which, folder, log, server.folder().toString(), server::surround);
    }
}
