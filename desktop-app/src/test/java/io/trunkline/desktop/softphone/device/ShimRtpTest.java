package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// rtp.js: the SDK orders codecs, swaps microphones and sends digits through senders and transceivers.
@Timeout(60)
class ShimRtpTest {
    @Test
    void codecsAreOrderedByTheirNumbers() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    trunkline.parts.codecs = [{ number: 0, mimeType: "audio/opus" }, { number: 1, mimeType: "audio/PCMU" }];
                    const connection = new RTCPeerConnection();
                    connection.addTrack(new MediaStreamTrack("A", false));
                    const { codecs } = RTCRtpReceiver.getCapabilities("audio");
                    connection.getTransceivers()[0].setCodecPreferences(codecs.reverse());""");
            assertThat(page.asked("codecs").value().path("order").toString()).isEqualTo("[1,0]");
        }
    }

    @Test
    void anotherMicrophoneIsTakenOnceJavaHasIt() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.sender = new RTCPeerConnection().addTrack(new MediaStreamTrack("A", false));
                    window.other = new MediaStreamTrack("B", false);
                    sender.replaceTrack(other);""");
            var asked = page.asked("replace-track");
            assertThat(page.value("sender.track === other")).isEqualTo("false");
            page.answer(asked, "");
            assertThat(page.value("sender.track === other")).isEqualTo("true");
        }
    }

    @Test
    void digitsAreSoundOnlyWhereTheFarSideTakesThem() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.connection = new RTCPeerConnection();
                    window.dtmf = connection.addTrack(new MediaStreamTrack("A", false)).dtmf;
                    connection.connectionState = "connected";
                    connection.remoteDescription = { sdp: "a=rtpmap:111 opus" };""");
            assertThat(page.value("dtmf.canInsertDTMF")).isEqualTo("false");
            page.run(
                    "connection.remoteDescription = { sdp: \"a=rtpmap:126 telephone-event/8000\" }; dtmf.insertDTMF(\"5\", 160, 70)");
            assertThat(page.value("dtmf.canInsertDTMF")).isEqualTo("true");
            var asked = page.asked("digits").value();
            assertThat(asked.path("tones").asText() + asked.path("duration") + asked.path("gap"))
                    .isEqualTo("516070");
        }
    }
}
