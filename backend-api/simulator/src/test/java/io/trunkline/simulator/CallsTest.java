package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import java.io.IOException;
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
        rig.application.says("/voice", "<Enqueue action='/queued'>support</Enqueue>");
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.path("verb").asText().equals("Enqueue"));

        Call.updater(sid)
                .setTwiml("<Response><Dial><Conference>room</Conference></Dial></Response>")
                .update(rig.twilio);

        rig.callUntil(sid, c -> c.path("conference").asText().equals("room"));
        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("redirected");
    }
}
