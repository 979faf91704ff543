package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.headless.Fx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of its own, whose environment names a [SoundServer]: tries microphones and speakers of the real kind, in
/// calls and between them. Ends with 0 where everything was as it should be.
final class SoundTryout implements AutoCloseable {
    private static final String ROOM = "RoomMicrophone";
    private static final String HALL = "HallMicrophone";
    private static final double ROOM_TONE = 440;
    private static final double HALL_TONE = 700;
    private static final double CLEAR = 2000;
    private static final double QUIET = 300;
    private static final double SILENCE = 5;
    /// What a codec makes of silence.
    private static final int NOISE = 60;

    private final SoundServer server;
    private final List<Process> helpers = new ArrayList<>();
    private final StandIn carrier = new StandIn();
    private final Story story = new Story();
    private final WebViewVoiceDevice device;

    private SoundTryout(SoundServer server) throws IOException {
        this.server = server;
        Fx.run(() -> {});
        device = new WebViewVoiceDevice(carrier::credentials, story, new SystemSound(false));
    }

    public static void main(String[] arguments) {
        var code = 1;
        try (var tryout = new SoundTryout(SoundServer.at(Path.of(arguments[0])))) {
            tryout.run();
            code = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
        }
        System.exit(code);
    }

    private void run() throws Exception {
        speak("room", ROOM_TONE);
        speak("hall", HALL_TONE);
        var one = listen("one.monitor");
        var two = listen("two.monitor");
        device.register();
        story.next(VoiceEvent.Registered.class);
        listed();
        triedBetweenCalls(one);
        device.connect(OnCall.RESERVATION, false);
        heard(ROOM_TONE, one, "the system's own devices are used");
        changedInACall(one, two);
        changedWhileMuted(one, two);
        unplugged(one);
        pluggedInAgain();
        device.hangUp();
        story.next(VoiceEvent.Ended.class);
    }

    private void listed() throws InterruptedException {
        var sound = device.sound();
        Soon.until("both microphones are listed", () -> sound.microphones().containsAll(List.of(ROOM, HALL)));
        Soon.until("both speakers are listed", () -> sound.speakers().containsAll(List.of("SpeakerOne", "SpeakerTwo")));
        said("listed");
    }

    private void triedBetweenCalls(Hearing one) throws InterruptedException {
        var loudest = new double[1];
        try (var test = device.sound().listen(level -> loudest[0] = Math.max(loudest[0], level))) {
            Soon.until("the microphone is heard", () -> loudest[0] > 0.1);
            Soon.rest(500);
            test.playBack();
            Soon.until("it is played back", () -> one.tone(ROOM_TONE) > CLEAR);
        }
        device.sound().playTones();
        Soon.until("tones are played", () -> one.tone(660) > CLEAR);
        said("tried between calls");
    }

    private void changedInACall(Hearing one, Hearing two) throws InterruptedException {
        device.sound().use(new SoundChoice(HALL, "SpeakerTwo"));
        heard(HALL_TONE, two, "microphone and speaker were changed in the call");
        Soon.until(
                "the first microphone is not heard", () -> carrier.far().hearing.tone(ROOM_TONE) < QUIET);
        Soon.until("the first speaker is silent", () -> one.tone(FarSide.SUNG) < QUIET);
        said("changed in a call");
    }

    /// To the first devices and back, muted: the far side hears neither microphone, and the agent never stops hearing.
    private void changedWhileMuted(Hearing one, Hearing two) throws Exception {
        device.mute(true);
        Soon.until("the far side hears nothing", this::farSideHearsNothing);
        device.sound().use(new SoundChoice(ROOM, "SpeakerOne"));
        Soon.until("the agent hears the far side on the first speaker", () -> one.tone(FarSide.SUNG) > CLEAR);
        Soon.until("the second speaker is silent", () -> two.tone(FarSide.SUNG) < QUIET);
        mustHearNothing("the devices were changed");
        device.sound().use(new SoundChoice(HALL, "SpeakerTwo"));
        Soon.until("the agent hears the far side on the second speaker", () -> two.tone(FarSide.SUNG) > CLEAR);
        mustHearNothing("the devices were changed back");
        device.mute(false);
        heard(HALL_TONE, two, "unmuted after a change of devices");
        said("changed while muted");
    }

    private boolean farSideHearsNothing() {
        var hearing = carrier.far().hearing;
        return hearing.tone(ROOM_TONE) < SILENCE && hearing.tone(HALL_TONE) < SILENCE;
    }

    private void mustHearNothing(String after) throws InterruptedException {
        carrier.far().hearing.forget();
        Soon.rest(300);
        var loudest = carrier.far().hearing.loudest();
        if (loudest > NOISE) {
            throw new AssertionError("Muted, and heard with " + loudest + " after " + after);
        }
    }

    private void unplugged(Hearing one) throws Exception {
        server.unplug("hallmic");
        server.unplug("two");
        var missing = List.of(
                story.next(VoiceEvent.FellBack.class).missing(),
                story.next(VoiceEvent.FellBack.class).missing());
        if (!missing.containsAll(List.of(HALL, "SpeakerTwo"))) {
            throw new AssertionError("It told of " + missing);
        }
        heard(ROOM_TONE, one, "the system's own devices are used again");
        said("unplugged");
    }

    private void pluggedInAgain() throws Exception {
        server.plugIn();
        var two = listen("two.monitor");
        heard(HALL_TONE, two, "the chosen devices are used once they are back");
        var chosen = new SoundChoice(HALL, "SpeakerTwo");
        Soon.until("they are said to be in use", () -> device.sound().inUse().equals(chosen));
        said("plugged in again");
    }

    private void heard(double spoken, Hearing speaker, String what) throws InterruptedException {
        Soon.until(
                what + ": the far side hears the agent",
                () -> carrier.far().hearing.tone(spoken) > CLEAR);
        Soon.until(what + ": the agent hears the far side", () -> speaker.tone(FarSide.SUNG) > CLEAR);
    }

    private static void said(String what) {
        System.out.println("Good: " + what);
    }

    private Hearing listen(String device) throws IOException {
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

    private void speak(String device, double frequency) throws IOException {
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
