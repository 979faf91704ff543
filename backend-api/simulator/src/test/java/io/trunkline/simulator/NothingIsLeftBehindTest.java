package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.Twiml;
import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Many calls, each driven here and there by chance from many threads: in the end every account is closed.
class NothingIsLeftBehindTest {
    private static final int CALLS = 40;
    private static final int STEPS = 6;

    @Test
    void afterManyCallsEverythingHasEndedAndAddsUp() throws Exception {
        try (var rig = Rig.with(Unkindness.KIND, "50");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rig.application.says("/voice", "<Enqueue action='/queued' waitUrl='/wait'>support</Enqueue>");
            rig.application.says("/wait", "<Say>Please wait a little</Say>");
            rig.application.says("/hold", "<Say>You are on hold</Say>");
            var sids = new ArrayList<String>();
            for (var i = 0; i < CALLS; i++) {
                sids.add(rig.phones());
            }
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < CALLS; i++) {
                var random = new Random(i);
                var sid = sids.get(i);
                work.add(threads.submit(() -> live(rig, sid, random)));
            }
            for (var one : work) {
                one.get();
            }
            check(rig, sids);
        }
    }

    private static void live(Rig rig, String sid, Random random) {
        rig.callUntil(sid, c -> c.path("status").asText().equals("in-progress"));
        for (var step = 0; step < STEPS; step++) {
            try {
                act(rig, sid, random);
            } catch (ApiException e) {
                assertThat(e.getCode()).isIn(Set.of(21220, 20404));
            }
            rig.passes(random.nextInt(3));
        }
        rig.hangsUp(sid);
    }

    private static void act(Rig rig, String sid, Random random) {
        var room = rig.call(sid).path("conferenceSid").asText("");
        switch (random.nextInt(7)) {
            case 0, 1, 2 ->
                redirect(
                        rig,
                        sid,
                        "<Dial><Conference endConferenceOnExit='%s'>room%d</Conference></Dial>"
                                .formatted(random.nextInt(4) == 0, random.nextInt(8)));
            case 3 -> redirect(rig, sid, "<Enqueue>other</Enqueue>");
            case 4 -> redirect(rig, sid, "<Dial timeout='3'><Queue>other</Queue></Dial><Enqueue>support</Enqueue>");
            case 5 -> Recording.creator(sid).create(rig.twilio);
            default -> {
                if (!room.isEmpty()) {
                    Participant.updater(room, sid)
                            .setHold(random.nextBoolean())
                            .setHoldUrl(URI.create(rig.application.url("/hold")))
                            .setMuted(random.nextBoolean())
                            .update(rig.twilio);
                }
            }
        }
    }

    private static void redirect(Rig rig, String sid, String verbs) {
        Call.updater(sid)
                .setTwiml(new Twiml("<Response>" + verbs + "</Response>"))
                .update(rig.twilio);
    }

    private static void check(Rig rig, List<String> sids) throws IOException {
        var ledger = rig.until(
                "/control/ledger?webhooks=false", l -> over(l.path("recordings"), Set.of("completed", "absent")));

        assertThat(ledger.path("calls")).hasSize(sids.size()).allSatisfy(c -> {
            assertThat(c.path("status").asText()).isEqualTo("completed");
            assertThat(c.path("waits").size()).isPositive();
        });
        assertThat(ledger.path("conferences")).isNotEmpty().allSatisfy(room -> {
            assertThat(room.path("status").asText()).isEqualTo("completed");
            assertThat(room.path("stays"))
                    .isNotEmpty()
                    .allSatisfy(stay -> assertThat(
                                    Instant.parse(stay.path("left").asText()))
                            .isAfterOrEqualTo(Instant.parse(stay.path("joined").asText())));
        });
        var queues = Queue.reader().read(rig.twilio);
        assertThat(queues).allSatisfy(q -> assertThat(q.getCurrentSize()).isZero());
    }

    private static boolean over(JsonNode all, Set<String> states) {
        return StreamSupport.stream(all.spliterator(), false)
                .allMatch(r -> states.contains(r.path("status").asText()));
    }
}
