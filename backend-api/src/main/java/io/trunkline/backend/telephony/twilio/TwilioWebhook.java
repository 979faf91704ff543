package io.trunkline.backend.telephony.twilio;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.telephony.AgentLegs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The addresses Twilio asks and tells: questions are answered with TwiML, notices once they are durable.
final class TwilioWebhook {
    private static final String SIGNED = "signed by the carrier";
    private static final Header XML = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/xml; charset=utf-8");
    private static final List<String> QUESTIONS = List.of(
            Links.INBOUND,
            Links.STEP,
            Links.WAIT,
            Links.COMFORT,
            Links.ENQUEUE_RESULT,
            Links.AGENT,
            Links.AGENT_DONE,
            Links.COLLEAGUE_DONE,
            Links.ECHO,
            Links.ECHO_DONE,
            Links.FORWARDED,
            Links.FALLBACK);

    private final Gatekeeper gatekeeper;
    private final Answers answers;
    private final AgentLegs agents;
    private final Map<String, NoticeKind> kinds;
    private final Proof proof;
    private final byte[] music = Music.wav();

    TwilioWebhook(
            Gatekeeper gatekeeper, Answers answers, AgentLegs agents, Map<String, NoticeKind> kinds, Proof proof) {
        this.gatekeeper = gatekeeper;
        this.answers = answers;
        this.agents = agents;
        this.kinds = kinds;
        this.proof = proof;
    }

    void declare(Routes routes) {
        for (var path : QUESTIONS) {
            routes.post(path).summary("A question of the carrier").open(SIGNED).raw("text/xml", this::question);
        }
        for (var path : kinds.keySet()) {
            routes.post(path).summary("A notice of the carrier").open(SIGNED).raw("text/xml", this::notice);
        }
        routes.post(Links.PROOF)
                .summary("Proves that a signed webhook comes here; nothing is written down")
                .open(SIGNED)
                .raw("text/xml", this::proof);
        routes.get(Links.MUSIC)
                .summary("What callers hear while they wait")
                .open("music, fetched by the carrier without a signature")
                .raw("audio/wav", this::music);
    }

    private void question(Request request, ServerResponse response) {
        var asked = gatekeeper.admit(request);
        send(response, answers.answer(asked));
        if (asked.path().equals(Links.AGENT)) {
            agents.answered();
        }
    }

    /// An empty document, since an answer to a text message would be sent as one.
    private void notice(Request request, ServerResponse response) {
        answers.take(gatekeeper.admit(request));
        send(response, TwimlWriter.EMPTY);
    }

    private void proof(Request request, ServerResponse response) {
        send(response, proof.document(gatekeeper.admit(request).form().first(Proof.FIELD)));
    }

    private static void send(ServerResponse response, String twiml) {
        response.status(Status.OK_200).header(XML).send(twiml.getBytes(StandardCharsets.UTF_8));
    }

    private void music(Request request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "audio/wav");
        response.header(HeaderNames.CACHE_CONTROL, "public, max-age=86400");
        response.send(music);
    }
}
