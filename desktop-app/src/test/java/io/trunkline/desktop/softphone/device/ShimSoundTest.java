package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// sound.js: audio elements play nothing, and the SDK\u2019s own sounds are handed to Java by name.
@Timeout(60)
class ShimSoundTest {
    @Test
    void anElementPlaysNothingButSaysItDoes() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.audio = new Audio();
                    audio.srcObject = new MediaStream();
                    audio.setSinkId("default").then(() => audio.play()).then(() => { window.playing = !audio.paused; });""");
            Soon.until("it says so", () -> page.value("window.playing").equals("true"));
            assertThat(page.value("typeof HTMLAudioElement.prototype.setSinkId"))
                    .isEqualTo("function");
        }
    }

    @Test
    void aSoundIsHandedToJavaWhileItIsToBeHeard() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.sound = new trunkline.parts.HandedSound(\"incoming\", \"x\"); sound.play()");
            assertThat(page.asked("sound").value().toString()).isEqualTo("{\"name\":\"incoming\",\"on\":true}");
            page.run("sound.stop(); sound.stop()");
            assertThat(page.asked("sound").value().path("on").asBoolean(true)).isFalse();
            assertThat(page.isAskedNothing()).isTrue();
        }
    }
}
