package io.trunkline.desktop.softphone.device;

import java.io.IOException;
import java.nio.file.Path;

/// A program of its own, whose environment names a [SoundServer] that it begins, kills and begins again. Ends with 0
/// where everything was as it should be.
final class SoundRestartTryout implements AutoCloseable {
    private static final SoundChoice HALL = new SoundChoice("HallMicrophone", "SpeakerTwo");
    private static final double HALL_TONE = 700;
    private static final double SILENCE = 5;

    private final Path folder;
    private final SoundScene scene = new SoundScene();
    private final Story story = scene.story;
    private final WebViewVoiceDevice device = scene.device;
    private SoundServer server;
    private Hearing speaker;

    private SoundRestartTryout(Path folder) throws Exception {
        this.folder = folder;
        server = SoundServer.begin(folder);
        speaker = furnish();
    }

    public static void main(String[] arguments) {
        var code = 1;
        try (var tryout = new SoundRestartTryout(Path.of(arguments[0]))) {
            tryout.run();
            code = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
        }
        System.exit(code);
    }

    private void run() throws Exception {
        device.register();
        story.next(VoiceEvent.Registered.class);
        device.sound().use(HALL);
        Soon.until("the chosen devices are in use", () -> device.sound().inUse().equals(HALL));
        device.connect(OnCall.RESERVATION, false);
        scene.heard(HALL_TONE, speaker, "before anything happens");
        killedInACall();
        startedAnewBetweenCalls();
        aCallWithoutASoundServer();
        Soon.until("nothing is left in use", () -> device.engine().inUse() == 0);
    }

    /// The call is told as lost once another has sound; whoever joins again is heard, on the devices of before.
    private void killedInACall() throws Exception {
        server.kill();
        story.next(VoiceEvent.SoundLost.class);
        if (!story.all(VoiceEvent.Ended.class).isEmpty()) {
            throw new AssertionError("The call ended though there was no sound to have instead");
        }
        begin();
        joinedAgain("the server was killed in a call");
        device.hangUp();
        story.next(VoiceEvent.Ended.class);
    }

    private void startedAnewBetweenCalls() throws Exception {
        server.kill();
        begin();
        story.next(VoiceEvent.SoundLost.class);
        story.next(VoiceEvent.SoundBack.class);
        device.connect(OnCall.RESERVATION, false);
        scene.heard(HALL_TONE, speaker, "the server was started anew between calls");
        device.hangUp();
        story.next(VoiceEvent.Ended.class);
        SoundScene.said("the next call has sound");
    }

    private void aCallWithoutASoundServer() throws Exception {
        server.kill();
        story.next(VoiceEvent.SoundLost.class);
        device.connect(OnCall.RESERVATION, false);
        Soon.until("the call flows", () -> scene.carrier.far().hearing.samples() > 24_000);
        if (scene.carrier.far().hearing.tone(HALL_TONE) > SILENCE) {
            throw new AssertionError("There is no microphone, and it is heard");
        }
        begin();
        joinedAgain("a call was begun without sound");
        device.hangUp();
        story.next(VoiceEvent.Ended.class);
    }

    private void joinedAgain(String what) throws Exception {
        story.next(VoiceEvent.SoundBack.class);
        var reason = story.next(VoiceEvent.Ended.class).reason();
        if (reason != EndReason.LOST) {
            throw new AssertionError("The silent call ended as " + reason);
        }
        device.connect(OnCall.RESERVATION, false);
        scene.heard(HALL_TONE, speaker, what);
        SoundScene.said("joined again with sound after " + what);
    }

    private void begin() throws Exception {
        server = SoundServer.begin(folder);
        speaker = furnish();
    }

    private Hearing furnish() throws IOException {
        scene.speak(server, "hall", HALL_TONE);
        return scene.listen(server, "two.monitor");
    }

    @Override
    public void close() throws IOException {
        scene.close();
        server.close();
    }
}
