package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-Dglass") || each.startsWith("-Dprism") || each.startsWith("--enable"))
                .forEach(line::add);
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var arguments = Files.writeString(folder.resolve("path"), "-cp \"" + path.replace(File.separator, "/") + "\"");
        line.addAll(List.of("@" + arguments, which.getName(), server.folder().toString()));
        var builder = new ProcessBuilder(line);
        server.surround(builder);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
