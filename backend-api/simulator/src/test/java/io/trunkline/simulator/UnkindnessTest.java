package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each way in which the carrier makes life hard, written from its contract.
class UnkindnessTest {
    private static final Twiml WAIT = new Twiml("<Response><Pause length='60'/></Response>");

    private static Unkindness but(String json) throws IOException {
        return Unkindness.KIND.with(Json.mapper().readTree(json));
    }

    private static Call call(Rig rig) {
        return Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber(Rig.LINE), WAIT)
                .create(rig.twilio);
    }

    @Test
    void isUnkindUnlessToldOtherwise() {
        var usual = Unkindness.USUAL;

        assertThat(usual.cps()).isEqualTo(1);
        assertThat(usual.latencyMs()).isEqualTo(200);
        assertThat(usual.reorderCallbacks()).isTrue();
        assertThat(usual.legLingerSeconds()).isEqualTo(30);
    }

    @Test
    void oneCallPerSecondLeavesAndTheOthersWaitInLine() throws IOException {
        try (var rig = Rig.with(but("{\"cps\": 1}"), "2")) {
            var first = call(rig);
            var second = call(rig);
            var third = call(rig);

            assertThat(first.getQueueTime()).isEqualTo("0");
            assertThat(Integer.parseInt(second.getQueueTime())).isBetween(1, 1_000);
            assertThat(Integer.parseInt(third.getQueueTime())).isBetween(1001, 2000);
            assertThat(third.getStatus()).isEqualTo(Call.Status.QUEUED);
            rig.callUntil(third.getSid(), c -> c.path("status").asText().equals("in-progress"));
        }
    }

    @Test
    void everyRestRequestTakesAtLeastItsLatency() throws IOException {
        try (var rig = Rig.with(but("{\"latencyMs\": 200}"))) {
            var began = System.nanoTime();

            Call.reader().limit(1).read(rig.twilio);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void tooManyRequestsAtOnceAreRefusedWith429And20429() throws Exception {
        try (var rig = Rig.with(but("{\"latencyMs\": 300, \"restConcurrency\": 2}"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var path = "/2010-04-01/Accounts/" + rig.settings.account().sid() + "/Calls.json";
            var all = new ArrayList<Future<Rig.Got>>();
            for (var i = 0; i < 6; i++) {
                all.add(threads.submit(() -> rig.send(rig.authorised(path).GET().build())));
            }
            var got = new ArrayList<Rig.Got>();
            for (var one : all) {
                got.add(one.get());
            }

            assertThat(got).filteredOn(g -> g.status() == 200).hasSizeLessThanOrEqualTo(2);
            assertThat(got)
                    .filteredOn(g -> g.status() == 429)
                    .isNotEmpty()
                    .allSatisfy(g -> assertThat(g.json().path("code").asInt()).isEqualTo(20429));
        }
    }

    @Test
    void callbacksOvertakeOneAnotherButCarryTheirSequence() throws IOException {
        try (var rig = Rig.with(but("{\"reorderCallbacks\": true}"), "40")) {
            var events = List.of("initiated", "ringing", "answered", "completed");
            rig.post(
                    "/control/phones",
                    "{\"number\": \"%s\", \"afterSeconds\": 0.1, \"talkSeconds\": 0}".formatted(Rig.CUSTOMER));
            for (var i = 0; i < 12; i++) {
                Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber(Rig.LINE), new Twiml("<Response/>"))
                        .setStatusCallback(rig.application.url("/calls"))
                        .setStatusCallbackEvent(events)
                        .create(rig.twilio);
            }
            for (var i = 0; i < 48; i++) {
                rig.application.next("/calls");
            }

            var bySid = rig.application.all("/calls").stream()
                    .collect(Collectors.groupingBy(a -> a.form().text("CallSid")));
            assertThat(bySid.values())
                    .allSatisfy(all -> assertThat(all)
                            .extracting(a -> a.form().text("SequenceNumber"))
                            .containsExactlyInAnyOrder("0", "1", "2", "3"));
            assertThat(bySid.values())
                    .anySatisfy(all -> assertThat(all)
                            .extracting(a -> a.form().text("SequenceNumber"))
                            .isNotEqualTo(List.of("0", "1", "2", "3")));
        }
    }

    @Test
    void callbacksComeInOrderWhenAskedTo() throws IOException {
        try (var rig = Rig.kind()) {
            Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber(Rig.LINE), new Twiml("<Response/>"))
                    .setStatusCallback(rig.application.url("/calls"))
                    .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                    .create(rig.twilio);

            assertThat(List.of(1, 2, 3, 4))
                    .extracting(_ -> rig.application.next("/calls").form().text("CallStatus"))
                    .containsExactly("initiated", "ringing", "in-progress", "completed");
        }
    }

    @Test
    void repeatedCallbacksKeepTheirIdempotencyToken() throws IOException {
        try (var rig = Rig.with(but("{\"repeatCallbacks\": true}"), "40")) {
            for (var i = 0; i < 20; i++) {
                rig.hangsUp(rig.phones());
            }
            var repeated = false;
            var tokens = new HashSet<String>();
            while (!repeated) {
                repeated = !tokens.add(rig.application.next("/status").header("I-Twilio-Idempotency-Token"));
            }

            assertThat(repeated).isTrue();
        }
    }

    @Test
    void redirectingAnEndedCallIsRefusedWith21220() throws IOException {
        try (var rig = Rig.kind()) {
            rig.application.says("/voice", "<Enqueue>support</Enqueue>");
            var sid = rig.phones();
            rig.callUntil(sid, c -> c.path("verb").asText().equals("Enqueue"));
            rig.hangsUp(sid);

            assertThatThrownBy(() -> Call.updater(sid).setTwiml(WAIT).update(rig.twilio))
                    .isInstanceOfSatisfying(ApiException.class, e -> {
                        assertThat(e.getCode()).isEqualTo(21220);
                        assertThat(e.getStatusCode()).isEqualTo(400);
                    });
        }
    }

    @Test
    void fieldsWithoutAValueAreSentEmpty() throws IOException {
        try (var rig = Rig.kind()) {
            rig.phones();
            var asked = rig.application.next("/voice");

            assertThat(asked.raw()).contains("ToCity=&").contains("FromZip=&");
            assertThat(asked.form().get("ToCity")).contains("");
        }
    }

    @Test
    void orderedFailuresAreAnsweredWithoutDoingAnything() throws IOException {
        try (var rig = Rig.with(but("{\"failNextRest\": 1, \"failRestStatus\": 503}"))) {
            var path = "/2010-04-01/Accounts/" + rig.settings.account().sid() + "/Calls.json";
            var form =
                    HttpRequest.BodyPublishers.ofString("To=%2B15550110001&From=%2B15550100001&Twiml=%3CResponse/%3E");

            assertThat(rig.send(rig.authorised(path).POST(form).build()).status())
                    .isEqualTo(503);
            assertThat(rig.ledger().path("calls")).isEmpty();
            assertThat(call(rig).getSid()).startsWith("CA");
        }
    }

    @Test
    void lateCallbacksComeLater() throws IOException {
        try (var rig = Rig.with(but("{\"lateMs\": 400}"), "1")) {
            var began = Instant.now();
            for (var i = 0; i < 5; i++) {
                rig.hangsUp(rig.phones());
            }
            for (var i = 0; i < 5; i++) {
                rig.application.next("/status");
            }

            assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofMillis(100));
        }
    }

    @Test
    void aRequestThatTimesOutMayHaveBeenCarriedOut() throws Exception {
        try (var rig = Rig.with(but("{\"hangNextRest\": 1}"));
                var http = HttpClient.newHttpClient()) {
            var path = "/2010-04-01/Accounts/" + rig.settings.account().sid() + "/Calls.json";
            var form =
                    HttpRequest.BodyPublishers.ofString("To=%2B15550110001&From=%2B15550100001&Twiml=%3CResponse/%3E");
            var request = rig.authorised(path)
                    .timeout(Duration.ofMillis(300))
                    .POST(form)
                    .build();

            assertThatThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(rig.ledger().path("calls")).hasSize(1);
            var kept = rig.get("/control/requests").path(0);
            assertThat(kept.path("path").asText()).isEqualTo(path);
            assertThat(kept.path("fields").path("To").asText()).isEqualTo("+15550110001");
            assertThat(kept.path("answered").isNull() || kept.path("answered").isMissingNode())
                    .isTrue();
        }
    }
}
