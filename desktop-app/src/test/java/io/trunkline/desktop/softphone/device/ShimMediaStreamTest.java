package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// media-stream.js: MediaStream and MediaStreamTrack; the SDK mutes by enabled, and takes microphones apart by tracks.
@Timeout(60)
class ShimMediaStreamTest {
    @Test
    void mutingATrackIsToldToJava() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.track = new MediaStreamTrack(\"A\", false); track.enabled = false");
            var asked = page.asked("track-enabled");
            assertThat(asked.value().path("on").asBoolean(true)).isFalse();
            assertThat(asked.id()).isZero();
            assertThat(String.valueOf(asked.target())).isEqualTo(page.value("track.number"));
            assertThat(page.value("track.enabled")).isEqualTo("false");
        }
    }

    @Test
    void aTrackIsStoppedOnce() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.track = new MediaStreamTrack(\"A\", false); track.stop(); track.stop()");
            page.asked("track-stop");
            assertThat(page.value("track.readyState")).isEqualTo("ended");
            assertThat(page.isAskedNothing()).isTrue();
        }
    }

    @Test
    void aStreamIsCopiedByItsTracks() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.track = new MediaStreamTrack("A", false);
                    window.one = new MediaStream([track]);
                    window.two = new MediaStream();
                    one.getAudioTracks().forEach(two.addTrack, two);
                    one.removeTrack(track);""");
            assertThat(page.value(
                            "one.getTracks().length + \" \" + (two.getTracks()[0] === track) + \" \" + two.active"))
                    .isEqualTo("0 true true");
            assertThat(page.value("one.id !== two.id && one.getVideoTracks().length === 0"))
                    .isEqualTo("true");
        }
    }
}
