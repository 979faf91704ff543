package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.ivr.Position;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The addresses we hand to the carrier. Query keys stand in alphabetical order, since some carriers' signatures sort
/// them; what a call needs to go on is in its address, which is signed, so that no row has to be read for it.
final class Links {
    static final String INBOUND = "/twilio/voice/inbound";
    static final String STEP = "/twilio/voice/step";
    static final String WAIT = "/twilio/voice/wait";
    static final String ENQUEUE_RESULT = "/twilio/voice/enqueue-result";
    static final String AGENT = "/twilio/voice/agent";
    static final String AGENT_DONE = "/twilio/voice/agent-done";
    static final String FORWARDED = "/twilio/voice/forwarded";
    static final String FALLBACK = "/twilio/voice/fallback";
    static final String COMFORT = "/twilio/voice/comfort";
    static final String COLLEAGUE_DONE = "/twilio/voice/colleague-done";
    static final String COLLEAGUE_STATUS = "/twilio/voice/colleague-status";
    static final String ECHO = "/twilio/voice/echo";
    static final String ECHO_DONE = "/twilio/voice/echo-done";
    static final String ECHO_RECORDING = "/twilio/voice/echo-recording";
    static final String VOICE_STATUS = "/twilio/voice/status";
    static final String CONFERENCE = "/twilio/conference";
    static final String RECORDING = "/twilio/recording";
    static final String TEXT_INBOUND = "/twilio/sms/inbound";
    static final String TEXT_STATUS = "/twilio/sms/status";
    static final String PROOF = "/twilio/proof";
    static final String MUSIC = "/twilio/audio/music.wav";

    private final String base;

    Links(URI publicUrl) {
        var text = publicUrl.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    String step(Position position, int turn) {
        return at(STEP, "step", position.step(), "tries", Integer.toString(position.tries()), "turn", turn(turn));
    }

    String wait(String language) {
        return at(WAIT, "language", language);
    }

    String enqueueResult(Position position, int turn) {
        return at(ENQUEUE_RESULT, "step", position.step(), "turn", turn(turn));
    }

    /// For a contact who waits again after an agent: there is no step to go back to.
    String waitedAgain(InteractionId interaction) {
        return at(ENQUEUE_RESULT, "interaction", interaction.toString());
    }

    String inbound() {
        return base + INBOUND;
    }

    String agentDone() {
        return base + AGENT_DONE;
    }

    String forwarded(InteractionId interaction) {
        return at(FORWARDED, "interaction", interaction.toString());
    }

    String comfort(String language) {
        return at(COMFORT, "language", language);
    }

    String voiceStatus() {
        return base + VOICE_STATUS;
    }

    String voiceStatus(InteractionId interaction, LegId leg) {
        return at(VOICE_STATUS, "interaction", interaction.toString(), "leg", leg.toString());
    }

    String conference(InteractionId interaction) {
        return at(CONFERENCE, "interaction", interaction.toString());
    }

    String recording(InteractionId interaction) {
        return at(RECORDING, "interaction", interaction.toString());
    }

    /// What concerns a device's own call, which is no interaction.
    String ofDevice(String path, UUID call) {
        return at(path, "call", call.toString());
    }

    String textStatus() {
        return base + TEXT_STATUS;
    }

    String music() {
        return base + MUSIC;
    }

    /// The address under which a request came in, to be asked again.
    String again(String pathAndQuery) {
        return base + pathAndQuery;
    }

    boolean ours(String address) {
        return address.startsWith(base + "/twilio/");
    }

    private static String turn(int turn) {
        return Integer.toString(turn);
    }

    private String at(String path, String... query) {
        var link = new StringBuilder(base).append(path);
        for (var at = 0; at < query.length; at += 2) {
            link.append(at == 0 ? '?' : '&')
                    .append(query[at])
                    .append('=')
                    .append(URLEncoder.encode(query[at + 1], StandardCharsets.UTF_8));
        }
        return link.toString();
    }
}
