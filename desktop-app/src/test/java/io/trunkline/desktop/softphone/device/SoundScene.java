package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.headless.Fx;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// A device with this computer's own sound at a stand-in for the carrier, and whoever speaks into the microphones and
/// listens to the speakers of a [SoundServer].
final class SoundScene implements AutoCloseable {
    static final double CLEAR = 2000;

    final StandIn carrier = new StandIn();
    final Story story = new Story();
    final WebViewVoiceDevice device;
    private final List<Process> helpers = new ArrayList<>();

    SoundScene() throws IOException {
        Fx.run(() -> {});
        device = new WebViewVoiceDevice(carrier::credentials, story, new SystemSound(false), OnCall.NETWORK);
    }

    void heard(double spoken, Hearing speaker, String what) throws InterruptedException {
        Soon.until(
                what + ": the far side hears the agent",
                () -> carrier.far().hearing.tone(spoken) > CLEAR);
        Soon.until(what + ": the agent hears the far side", () -> speaker.tone(FarSide.SUNG) > CLEAR);
    }

    static void said(String what) {
        System.out.println("Good: " + what);
    }

    Hearing listen(SoundServer server, String device) throws IOException {
        var process = server.record(device);
        helpers.add(process);
        var hearing = new Hearing();
        Thread.ofPlatform().daemon().start(() -> {
            var frame = new byte[960];
            try (var stream = process.getInputStream()) {
                while (stream.readNBytes(frame, 0, frame.length) == frame.length) {
                    hearing.onData(frame, 16, 48_000, 1, 480);
                }
            } catch (IOException e) {
                System.out.println("No more of " + device);
            }
        });
        return hearing;
    }

    void speak(SoundServer server, String device, double frequency) throws IOException {
        var process = server.play(device);
        helpers.add(process);
        Thread.ofPlatform().daemon().start(() -> sing(process.getOutputStream(), frequency));
    }

    private static void sing(OutputStream into, double frequency) {
        var sample = 0L;
        var frame = new byte[960];
        try (into) {
            while (true) {
                for (int i = 0; i < 480; i++) {
                    var value = (short) (Tone.LOUDNESS * Math.sin(2 * Math.PI * frequency * sample++ / 48_000));
                    frame[2 * i] = (byte) value;
                    frame[2 * i + 1] = (byte) (value >> 8);
                }
                into.write(frame);
                into.flush();
            }
        } catch (IOException e) {
            System.out.println("Nobody listens to " + frequency);
        }
    }

    @Override
    public void close() throws IOException {
        device.close();
        carrier.close();
        helpers.forEach(Process::destroyForcibly);
    }
}
