package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.desktop.softphone.device.SoundServer;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real desktop with the computer's own sound, as far as a sound server can pretend it.
class SoundAtSignInIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private DeskProcess desk;

    @Test
    void whatOneSpeaksAndHearsWithIsTestedAtTheFirstSignInAndFoundAgainAtTheNext() throws Exception {
        assumeTrue(SoundServer.isPossible(), "there is no PulseAudio with its tools on this computer");
        try (var server = SoundServer.begin(Files.createDirectories(folder.resolve("pulse")));
                var centre = Centre.start(
                        Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre")), Map.of())) {
            Demo.seed(centre);
            signIn(centre, server);
            until("the test is offered", () -> desk.shows("#sound-check"));
            until("the microphones are listed", () -> choices("#microphone").contains("HallMicrophone"));
            assertThat(choices("#speaker")).contains("SpeakerOne", "SpeakerTwo");
            desk.act("press #play-tones");
            desk.act("choose #microphone HallMicrophone");
            desk.act("choose #speaker SpeakerTwo");
            desk.act("picture end-to-end-sound-check");
            server.unplug("two");
            until(
                    "it is said what is missing",
                    () -> desk.act("text #sound-missing").contains("SpeakerTwo"));
            server.plugIn();
            until("it is there again", () -> desk.act("text #sound-missing").isEmpty());
            desk.act("press #sound-good");
            until("the desk is free", () -> !desk.shows("#sound-check"));
            desk.soft();

            signIn(centre, server);
            desk.act("press #rail-SETTINGS");
            until("the speakers are found", () -> choices("#speaker").contains("SpeakerOne"));
            assertThat(desk.act("text #microphone")).contains("HallMicrophone");
            assertThat(desk.act("text #speaker")).contains("SpeakerTwo");
            assertThat(desk.shows("#sound-check")).as("tested before").isFalse();
        } finally {
            if (desk != null) {
                desk.close();
            }
        }
    }

    private void signIn(Centre centre, SoundServer server) throws IOException {
        desk = DeskProcess.signIn(centre, folder, program -> {
            server.surround(program);
            program.environment().put(DrivenDesk.SOUND_OF, "system");
        });
        until("the desk", () -> desk.shows(".rail"));
    }

    private String choices(String selector) {
        return desk.act("choices " + selector);
    }

    private static void until(String what, Supplier<Boolean> condition) {
        Waits.until(what, PATIENCE, condition);
    }
}
