package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void line(String voice) {
        rig.post("/control/numbers", """
                {"number": "%s", "voiceUrl": "%s", "voiceFallbackUrl": "%s"}
                """.formatted(Rig.LINE, voice, rig.application.url("/fallback")));
    }

    @Test
    void areSignedOverTheWholeAddressWithItsQuery() {
        line(rig.application.url("/voice?tenant=a&x=%27"));
        rig.phones();
        var asked = rig.application.next("/voice");

        var validator = new RequestValidator(rig.settings.account().token());
        var url = rig.application.url("/voice?" + asked.query());
        assertThat(validator.validate(url, asked.form().toMap(), asked.header("X-Twilio-Signature")))
                .isTrue();
        assertThat(asked.header("I-Twilio-Idempotency-Token")).hasSize(36);
    }

    @Test
    void areSentOnceMoreWithTheSameTokenAfterAServerError() {
        var times = new AtomicInteger();
        rig.application.replies(
                "/voice",
                _ -> times.incrementAndGet() == 1
                        ? new FakeApplication.Reply(503, "")
                        : new FakeApplication.Reply(200, "<Response><Pause length='60'/></Response>"));
        rig.phones();

        var first = rig.application.next("/voice");
        var second = rig.application.next("/voice");
        assertThat(second.header("I-Twilio-Idempotency-Token")).isEqualTo(first.header("I-Twilio-Idempotency-Token"));
        assertThat(second.raw()).isEqualTo(first.raw());
    }

    @Test
    void goToTheFallbackAddressWithTheErrorWhenNobodyAnswers() {
        rig.application.replies("/voice", _ -> new FakeApplication.Reply(500, ""));
        rig.application.says("/fallback", "<Enqueue>later</Enqueue>");
        var sid = rig.phones();

        var asked = rig.application.next("/fallback").form();
        assertThat(asked.text("ErrorCode")).isEqualTo("11200");
        assertThat(asked.text("ErrorUrl")).isEqualTo(rig.application.url("/voice"));
        rig.callUntil(sid, c -> c.path("detail").asText().equals("later"));
    }

    @Test
    void giveUpAtTheirTimeLimit() {
        var held = new CountDownLatch(1);
        rig.application.replies("/voice", _ -> {
            await(held);
            return new FakeApplication.Reply(200, "<Response/>");
        });
        rig.application.says("/fallback", "<Enqueue>later</Enqueue>");
        line(rig.application.url("/voice#rt=150&rc=0"));
        rig.phones();

        assertThat(rig.application.next("/fallback").form().text("ErrorCode")).isEqualTo("11205");
        assertThat(rig.application.all("/voice")).hasSize(1);
        held.countDown();
    }

    @Test
    void triesAsOftenAsTheFragmentSays() {
        line("http://127.0.0.1:1/nobody#rc=3");
        rig.phones();
        rig.application.next("/fallback");

        var tries = rig.ledger().path("webhooks").findValues("url").stream()
                .filter(u -> u.asText().contains("/nobody"));
        assertThat(tries).hasSize(4);
    }

    @Test
    void aCallWhoseApplicationFailsEndsAfterAnApology() {
        rig.application.replies("/voice", _ -> new FakeApplication.Reply(500, ""));
        rig.application.replies("/fallback", _ -> new FakeApplication.Reply(500, ""));
        var sid = rig.phones();

        rig.callUntil(sid, c -> c.path("verb").asText().equals("Error"));
        rig.callUntil(sid, c -> c.path("status").asText().equals("completed"));
    }

    @Test
    void aHangUpDoesNotWaitForASlowAnswer() {
        var held = new CountDownLatch(1);
        rig.application.replies("/voice", _ -> {
            await(held);
            return new FakeApplication.Reply(200, "<Response/>");
        });
        var sid = rig.phones();
        rig.application.next("/voice");
        rig.hangsUp(sid);

        assertThat(rig.application.next("/status").form().text("CallStatus")).isEqualTo("no-answer");
        held.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
