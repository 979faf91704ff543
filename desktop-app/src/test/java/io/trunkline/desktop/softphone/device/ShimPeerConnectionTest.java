package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// peer-connection.js: RTCPeerConnection. The SDK reads states and descriptions as properties, and stats as a Map.
@Timeout(60)
class ShimPeerConnectionTest {
    private static final String OFFERED = "{\"type\":\"offer\",\"sdp\":\"v=0 offered\"}";

    @Test
    void anOfferIsMadeSetAndRead() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.pc = new RTCPeerConnection({ iceServers: [{ urls: \"stun:x\" }] }); pc.createOffer({ iceRestart: true }).then(o => pc.setLocalDescription(o))");
            assertThat(page.asked("open").value().at("/iceServers/0/urls").asText())
                    .isEqualTo("stun:x");
            var offer = page.asked("create-offer");
            assertThat(offer.value().path("iceRestart").asBoolean()).isTrue();
            page.answer(offer, OFFERED);
            page.answer(page.asked("set-local"), "{\"type\":\"offer\",\"sdp\":\"v=0 with candidates\"}");
            assertThat(page.value("pc.localDescription.sdp")).isEqualTo("v=0 with candidates");
        }
    }

    @Test
    void anAnswerIsKnownOnceItIsSet() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.pc = new RTCPeerConnection(); pc.setRemoteDescription(new RTCSessionDescription({ type: \"answer\", sdp: \"v=0\" }))");
            assertThat(page.value("pc.remoteDescription")).isEqualTo("null");
            page.answer(page.asked("set-remote"), "");
            assertThat(page.value("pc.remoteDescription.type")).isEqualTo("answer");
        }
    }

    @Test
    void changesOfStateAreToldOnce() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.told = [];
                    window.pc = new RTCPeerConnection();
                    pc.onsignalingstatechange = () => told.push(pc.signalingState);
                    pc.oniceconnectionstatechange = () => told.push(pc.iceConnectionState);
                    pc.onconnectionstatechange = () => told.push(pc.connectionState);""");
            var pc = page.asked("open").target();
            page.tell(pc, "signaling", "\"have-local-offer\"");
            page.tell(pc, "signaling", "\"have-local-offer\"");
            page.tell(pc, "ice", "\"disconnected\"");
            page.tell(pc, "connection", "\"failed\"");
            assertThat(page.value("told.join()")).isEqualTo("have-local-offer,disconnected,failed");
        }
    }

    @Test
    void whatWasHeardIsOverWithItsConnection() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.forgotten = [];
                    const forget = trunkline.forget;
                    trunkline.forget = number => { forgotten.push(number); forget(number); };
                    window.pc = new RTCPeerConnection();
                    pc.ontrack = event => { window.far = event.track; };""");
            page.tell(page.asked("open").target(), "track", "{}");
            assertThat(page.value("far.readyState")).isEqualTo("live");
            page.run("pc.close()");
            assertThat(page.value("far.readyState")).isEqualTo("ended");
            assertThat(page.value("forgotten.includes(far.number)")).isEqualTo("true");
        }
    }

    @Test
    void gatheringEndsWithTheDescriptionThatHoldsTheCandidates() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.told = []; window.pc = new RTCPeerConnection(); pc.onicecandidate = (e) => told.push(e.candidate && e.candidate.address)");
            var pc = page.asked("open").target();
            page.tell(
                    pc,
                    "candidate",
                    "{\"candidate\":\"candidate:1 1 udp 2122260223 192.0.2.7 40000 typ host\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}");
            page.tell(pc, "gathering", "{\"state\":\"complete\",\"local\":{\"type\":\"offer\",\"sdp\":\"v=0 all\"}}");
            assertThat(page.value("told.join()")).isEqualTo("192.0.2.7,");
            assertThat(page.value("pc.iceGatheringState + \" \" + pc.localDescription.sdp"))
                    .isEqualTo("complete v=0 all");
        }
    }

    @Test
    void theFarSideComesAsAStreamWithOneTrack() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.pc = new RTCPeerConnection(); pc.ontrack = (e) => window.far = e.streams[0]");
            page.tell(page.asked("open").target(), "track", "{}");
            assertThat(page.value("far.getAudioTracks().length + \" \" + far.getTracks()[0].remote"))
                    .isEqualTo("1 true");
        }
    }

    @Test
    void statsAreAMapByTheirIds() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "new RTCPeerConnection().getStats().then(report => window.found = (report instanceof Map) + report.get(\"b\").type)");
            page.answer(
                    page.asked("stats"), "[{\"id\":\"a\",\"type\":\"codec\"},{\"id\":\"b\",\"type\":\"inbound-rtp\"}]");
            assertThat(page.value("found")).isEqualTo("trueinbound-rtp");
        }
    }

    @Test
    void aClosedConnectionIsClosedOnceAndHearsNothingMore() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.pc = new RTCPeerConnection(); pc.close(); pc.close()");
            var pc = page.asked("close").target();
            page.tell(pc, "signaling", "\"stable\"");
            assertThat(page.value("pc.signalingState")).isEqualTo("closed");
            assertThat(page.isAskedNothing()).isTrue();
        }
    }
}
