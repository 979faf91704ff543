package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// media-devices.js: navigator.mediaDevices; the SDK sees one microphone and one speaker.
@Timeout(60)
class ShimMediaDevicesTest {
    @Test
    void aMicrophoneIsAStreamOnceJavaHasOpenedIt() throws Exception {
        try (var page = new ShimPage()) {
            page.run("navigator.mediaDevices.getUserMedia({ audio: true }).then(s => window.stream = s)");
            var asked = page.asked("microphone");
            assertThat(page.value("window.stream")).isEqualTo("undefined");
            page.answer(asked, "");
            assertThat(page.value("String(stream.getAudioTracks()[0].number)"))
                    .isEqualTo(String.valueOf(asked.target()));
        }
    }

    @Test
    void aMicrophoneThatDoesNotOpenIsAnError() throws Exception {
        try (var page = new ShimPage()) {
            page.run("navigator.mediaDevices.getUserMedia({ audio: true }).catch(e => window.why = e.message)");
            page.refuse(page.asked("microphone"), "It is in use");
            assertThat(page.value("why")).isEqualTo("It is in use");
        }
    }

    @Test
    void oneOfEachKindIsListed() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "navigator.mediaDevices.enumerateDevices().then(all => window.all = all.map(d => d.kind + \" \" + d.deviceId).join())");
            Soon.until(
                    "they are listed", () -> page.value("window.all").equals("audioinput default,audiooutput default"));
        }
    }
}
