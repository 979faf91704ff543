package io.trunkline.desktop.softphone.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PulseAudio of a test's own, with two microphones and two speakers that nobody hears. It listens on a socket whose
/// address the program's environment must name, so that a test that needs it runs a program of its own.
public final class SoundServer implements AutoCloseable {
    private static final String SOCKET = "native";
    private static final List<String> CHOSEN = List.of(
            "module-null-sink sink_name=two sink_properties=device.description=SpeakerTwo",
            "module-remap-source source_name=hallmic master=hall.monitor source_properties=device.description=HallMicrophone");

    private final Path folder;
    private final @Nullable Process server;

    private SoundServer(Path folder, @Nullable Process server) {
        this.folder = folder;
        this.server = server;
    }

    /// One that runs already, or that a program begins itself.
    static SoundServer at(Path folder) {
        return new SoundServer(folder, null);
    }

    public static SoundServer begin(Path folder) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("default.pa"), """
                load-module module-rescue-streams
                load-module module-null-sink sink_name=one sink_properties=device.description=SpeakerOne
                load-module module-null-sink sink_name=room sink_properties=device.description=Room
                load-module module-null-sink sink_name=hall sink_properties=device.description=Hall
                load-module module-remap-source source_name=roommic master=room.monitor source_properties=device.description=RoomMicrophone
                load-module %s
                load-module %s
                set-default-sink one
                set-default-source roommic
                load-module module-native-protocol-unix auth-anonymous=1 socket=%s
                """.formatted(
                        CHOSEN.getFirst(), CHOSEN.getLast(), folder.resolve(SOCKET)));
        var builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "-F",
                script.toString(),
                "--exit-idle-time=-1",
                "--daemonize=no",
                "--use-pid-file=no");
        surround(builder, folder);
        var server = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("pulse.log").toFile())
                .start();
        Soon.until("the sound server is there", () -> Files.exists(folder.resolve(SOCKET)));
        return new SoundServer(folder, server);
    }

    /// Whether this computer has what such a server needs.
    public static boolean isPossible() {
        return Stream.of("pulseaudio", "pactl", "pacat", "parec").allMatch(SoundServer::exists);
    }

    /// A program that is to use this server.
    public void surround(ProcessBuilder builder) {
        surround(builder, folder);
    }

    private static void surround(ProcessBuilder builder, Path folder) {
        var around = builder.environment();
        around.put("PULSE_SERVER", "unix:" + folder.resolve(SOCKET));
        around.put("PULSE_RUNTIME_PATH", folder.toString());
        around.put("HOME", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /// Takes a device away.
    public void unplug(String device) throws IOException, InterruptedException {
        var modules = control("list", "short", "modules");
        var module = modules.lines()
                .filter(line -> line.contains("_name=" + device + " "))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst()
                .orElseThrow();
        control("unload-module", module);
    }

    /// Brings back what was taken away.
    public void plugIn() throws IOException, InterruptedException {
        for (var module : CHOSEN) {
            control(("load-module " + module).split(" "));
        }
    }

    private String control(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("pactl"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        surround(builder);
        var process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("pactl.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("pactl " + List.of(words) + ": " + Files.readString(folder.resolve("pactl.log")));
        }
        return Files.readString(folder.resolve("pactl.log"));
    }

    /// What is played on a device from now on, 48,000 samples a second of one channel.
    Process record(String device) throws IOException {
        return raw("parec", device).start();
    }

    /// Plays what is written into it.
    Process play(String device) throws IOException {
        return raw("pacat", device).start();
    }

    private ProcessBuilder raw(String tool, String device) {
        var builder = new ProcessBuilder(
                tool,
                "--device=" + device,
                "--raw",
                "--format=s16le",
                "--rate=48000",
                "--channels=1",
                "--latency-msec=20");
        surround(builder);
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /// Ends it as a crash does.
    void kill() throws IOException {
        if (server != null) {
            server.destroyForcibly();
            server.onExit().orTimeout(5, TimeUnit.SECONDS).join();
            Files.deleteIfExists(folder.resolve(SOCKET));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            server.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        }
    }

    private static boolean exists(String tool) {
        try {
            var process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
