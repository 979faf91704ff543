package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsTest {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private String waitsInQueue() {
        rig.application.says("/voice", "<Enqueue action='/queued'>support</Enqueue>");
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.path("verb").asText().equals("Enqueue"));
        return sid;
    }

    private void ends(String sid, String status) {
        rig.callUntil(sid, c -> c.path("status").asText().equals(status));
    }

    @Test
    void aCallerGoesThroughAMenuIntoAQueueAndHangsUp() {
        rig.application.says("/voice", "<Gather action='/menu' numDigits='1'><Say>Press one</Say></Gather>");
        rig.application.says("/menu", "<Enqueue action='/queued' waitUrl='/wait'>support</Enqueue>");
        rig.application.says("/wait", "<Say>You are next</Say><Pause length='5'/>");

        var sid = rig.phones();
        var asked = rig.application.next("/voice").form();
        assertThat(asked.text("CallSid")).isEqualTo(sid);
        assertThat(asked.text("CallStatus")).isEqualTo("ringing");
        rig.presses(sid, "1");
        assertThat(rig.application.next("/menu").form().text("Digits")).isEqualTo("1");
        assertThat(rig.application.next("/wait").form().text("QueuePosition")).isEqualTo("1");
        rig.hangsUp(sid);

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("hangup");
        assertThat(rig.application.next("/status").form().text("CallStatus")).isEqualTo("completed");
        assertThat(Call.fetcher(sid).fetch(rig.twilio).getStatus()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void aWaitingCallerIsRedirectedIntoAConference() {
        var sid = waitsInQueue();

        Call.updater(sid)
                .setTwiml(new Twiml("<Response><Dial><Conference>room</Conference></Dial></Response>"))
                .update(rig.twilio);

        rig.callUntil(sid, c -> c.path("conference").asText().equals("room"));
        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("redirected");
    }

    @Test
    void gatherEndsByItsFinishKeyAndGoesOnWithoutDigits() {
        rig.application.says("/voice", "<Gather action='/digits' timeout='2'/><Redirect>/nothing</Redirect>");
        var typed = rig.phones();
        rig.presses(typed, "42#");
        var silent = rig.phones();

        var form = rig.application.next("/digits").form();
        assertThat(form.text("CallSid")).isEqualTo(typed);
        assertThat(form.text("Digits")).isEqualTo("42");
        assertThat(form.text("FinishedOnKey")).isEqualTo("#");
        assertThat(rig.application.next("/nothing").form().text("CallSid")).isEqualTo(silent);
    }

    @Test
    void aFullQueueSaysSo() {
        rig.application.says("/voice", "<Enqueue action='/queued' maxQueueSize='1'>small</Enqueue>");
        var first = rig.phones();
        rig.callUntil(first, c -> c.path("verb").asText().equals("Enqueue"));
        rig.phones();

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("queue-full");
    }

    @Test
    void waitMusicMayLetACallerLeave() {
        rig.application.says("/voice", "<Enqueue action='/queued' waitUrl='/wait'>support</Enqueue>");
        rig.application.says(
                "/wait", "<Gather numDigits='1' action='/callback'><Say>Press 9 for a callback</Say></Gather>");
        rig.application.says("/callback", "<Leave/>");
        var sid = rig.phones();
        rig.application.next("/wait");
        rig.presses(sid, "9");

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("leave");
    }

    @Test
    void waitMusicThatDialsIsAnError() {
        rig.application.says("/voice", "<Enqueue action='/queued' waitUrl='/wait'>support</Enqueue>");
        rig.application.says("/wait", "<Dial>+15550110002</Dial>");
        rig.phones();

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("error");
    }

    @Test
    void whoeverDialsTheQueueGetsTheOneWhoWaitsLongest() {
        var first = waitsInQueue();
        var second = waitsInQueue();
        rig.application.says("/voice", "<Dial action='/dialled'><Queue>support</Queue></Dial>");
        var dialler = rig.phones();

        var hears = rig.callUntil(dialler, c -> c.path("hears").path(0).asText().equals(first));
        assertThat(hears.path("status").asText()).isEqualTo("in-progress");
        assertThat(rig.call(second).path("hears").path(0).asText()).isEqualTo("music");
        rig.hangsUp(first);
        assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                .isEqualTo("completed");
    }

    @Test
    void theQueuedCallerHearsOfTheBridgeOnlyAfterItsEnd() {
        var waiting = waitsInQueue();
        rig.application.says("/voice", "<Dial><Queue>support</Queue></Dial>");
        var dialler = rig.phones();
        rig.callUntil(dialler, c -> c.path("hears").path(0).asText().equals(waiting));
        assertThat(rig.application.all("/queued")).isEmpty();
        rig.hangsUp(dialler);

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("bridged");
    }

    @Test
    void aBusyNumberEndsTheDialAsBusy() {
        rig.post("/control/phones", "{\"number\": \"+15550110002\", \"answer\": \"busy\", \"afterSeconds\": 0.5}");
        rig.application.says("/voice", "<Dial action='/dialled'>+15550110002</Dial>");
        rig.phones();

        assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                .isEqualTo("busy");
    }

    @Test
    void theFirstToAnswerWinsAndTheOthersAreCanceled() {
        rig.post("/control/phones", "{\"number\": \"+15550110002\", \"afterSeconds\": 1, \"talkSeconds\": 5}");
        rig.post("/control/phones", "{\"number\": \"+15550110003\", \"afterSeconds\": 20}");
        rig.application.says(
                "/voice",
                "<Dial action='/dialled'><Number>+15550110002</Number><Number statusCallback='/other'>+15550110003</Number></Dial>");
        rig.phones();

        assertThat(rig.application.next("/other").form().text("CallStatus")).isEqualTo("canceled");
        var dialled = rig.application.next("/dialled").form();
        assertThat(dialled.text("DialCallStatus")).isEqualTo("completed");
        assertThat(Integer.parseInt(dialled.text("DialCallDuration"))).isBetween(4, 7);
    }

    @Test
    void aDialWithoutAnswerEndsAsNoAnswer() {
        rig.post("/control/phones", "{\"number\": \"+15550110002\", \"answer\": \"no-answer\"}");
        rig.application.says("/voice", "<Dial action='/dialled' timeout='3'>+15550110002</Dial>");
        rig.phones();

        assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                .isEqualTo("no-answer");
    }

    @Test
    void aRejectedCallIsNeverAnswered() {
        rig.application.says("/voice", "<Reject reason='busy'/>");
        var sid = rig.phones();

        ends(sid, "busy");
        assertThat(Call.fetcher(sid).fetch(rig.twilio).getStartTime()).isNull();
    }

    @Test
    void aDocumentThatIsNotTwimlEndsTheCallAfterAnApology() {
        rig.application.replies("/voice", _ -> new FakeApplication.Reply(200, "{\"no\": \"xml\"}"));
        var sid = rig.phones();

        var call = rig.callUntil(sid, c -> c.path("verb").asText().equals("Error"));
        assertThat(call.path("detail").asText()).isEqualTo("12100");
        ends(sid, "completed");
    }

    @Test
    void aPlacedCallRingsAnswersAndAsksForItsDocument() {
        rig.application.says("/outbound", "<Say>Hello</Say>");
        var call = Call.creator(
                        new PhoneNumber(Rig.CUSTOMER),
                        new PhoneNumber(Rig.LINE),
                        URI.create(rig.application.url("/outbound")))
                .setStatusCallback(rig.application.url("/calls"))
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(rig.twilio);

        assertThat(call.getDirection()).isEqualTo("outbound-api");
        var asked = rig.application.next("/outbound").form();
        assertThat(asked.text("CallSid")).isEqualTo(call.getSid());
        assertThat(asked.text("CallStatus")).isEqualTo("in-progress");
        assertThat(rig.application
                        .next("/calls", f -> f.text("CallStatus").equals("completed"))
                        .form()
                        .text("CallDuration"))
                .isNotEmpty();
    }

    @Test
    void aQueuedCallCanBeCanceledAndNeverRings() throws IOException {
        rig.post("/control/unkind", "{\"cps\": 0.01}");
        var wait = new Twiml("<Response/>");
        Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber(Rig.LINE), wait)
                .create(rig.twilio);
        var second = Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber(Rig.LINE), wait)
                .create(rig.twilio);

        var after = Call.updater(second.getSid())
                .setStatus(Call.UpdateStatus.CANCELED)
                .update(rig.twilio);

        assertThat(after.getStatus()).isEqualTo(Call.Status.CANCELED);
    }

    @Test
    void aCallerWithoutPatienceHangsUp() {
        rig.application.says("/voice", "<Enqueue action='/queued'>support</Enqueue>");
        rig.phones(", \"patience\": 5");

        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("hangup");
    }

    @Test
    void aCallerPressesOneGroupOfDigitsPerQuestion() {
        rig.application.says("/voice", "<Gather action='/one' numDigits='1'/>");
        rig.application.says("/one", "<Gather action='/two' finishOnKey='#'/>");
        rig.phones(", \"digits\": \"3,77#\"");

        assertThat(rig.application.next("/one").form().text("Digits")).isEqualTo("3");
        assertThat(rig.application.next("/two").form().text("Digits")).isEqualTo("77");
    }
}
