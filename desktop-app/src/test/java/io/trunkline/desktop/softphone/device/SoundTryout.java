package io.trunkline.desktop.softphone.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A program of its own, whose environment names a [SoundServer]: tries microphones and speakers of the real kind, in
/// calls and between them. Ends with 0 where everything was as it should be.
final class SoundTryout implements AutoCloseable {
    private static final String ROOM = "RoomMicrophone";
    private static final String HALL = "HallMicrophone";
    private static final double ROOM_TONE = 440;
    private static final double HALL_TONE = 700;
    private static final double CLEAR = SoundScene.CLEAR;
    private static final double QUIET = 300;
    private static final double SILENCE = 5;
    /// What a codec makes of silence.
    private static final int NOISE = 60;

    private final SoundServer server;
    private final SoundScene scene = new SoundScene();
    private final StandIn carrier = scene.carrier;
    private final Story story = scene.story;
    private final WebViewVoiceDevice device = scene.device;

    private SoundTryout(SoundServer server) throws IOException {
        this.server = server;
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
        scene.speak(server, "room", ROOM_TONE);
        scene.speak(server, "hall", HALL_TONE);
        var one = scene.listen(server, "one.monitor");
        var two = scene.listen(server, "two.monitor");
        device.register();
        story.next(VoiceEvent.Registered.class);
        listed();
        triedBetweenCalls(one);
        device.connect(OnCall.RESERVATION, false);
        scene.heard(ROOM_TONE, one, "the system's own devices are used");
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
        SoundScene.said("listed");
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
        SoundScene.said("tried between calls");
    }

    private void changedInACall(Hearing one, Hearing two) throws InterruptedException {
        device.sound().use(new SoundChoice(HALL, "SpeakerTwo"));
        scene.heard(HALL_TONE, two, "microphone and speaker were changed in the call");
        Soon.until(
                "the first microphone is not heard", () -> carrier.far().hearing.tone(ROOM_TONE) < QUIET);
        Soon.until("the first speaker is silent", () -> one.tone(FarSide.SUNG) < QUIET);
        SoundScene.said("changed in a call");
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
        scene.heard(HALL_TONE, two, "unmuted after a change of devices");
        SoundScene.said("changed while muted");
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
        scene.heard(ROOM_TONE, one, "the system's own devices are used again");
        SoundScene.said("unplugged");
    }

    private void pluggedInAgain() throws Exception {
        server.plugIn();
        var two = scene.listen(server, "two.monitor");
        scene.heard(HALL_TONE, two, "the chosen devices are used once they are back");
        var chosen = new SoundChoice(HALL, "SpeakerTwo");
        Soon.until("they are said to be in use", () -> device.sound().inUse().equals(chosen));
        SoundScene.said("plugged in again");
    }

    @Override
    public void close() throws IOException {
        scene.close();
    }
}
