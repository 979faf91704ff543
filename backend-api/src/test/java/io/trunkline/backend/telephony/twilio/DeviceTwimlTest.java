package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.AgentId;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTwimlTest {
    private static final UUID CALL = new UUID(1, 2);
    private final TwimlWriter writer = new TwimlWriter(new Links(URI.create("https://centre.example")));

    @Test
    void aColleaguesDeviceRingsForAWhileAndIsToldWhoCallsAndWhichCallItIs() {
        var ana = new AgentId(new UUID(3, 1));
        var ben = new AgentId(new UUID(3, 2));

        assertThat(writer.colleague(CALL, ana, "Ana \"A\" <Gómez>", ben, Duration.ofSeconds(20)))
                .contains("answerOnBridge=\"true\"", "timeout=\"20\"", "colleague-done?call=" + CALL)
                .contains("<Identity>" + ben + "</Identity>")
                .contains("<Parameter name=\"call\" value=\"" + CALL + "\"/>")
                .contains("<Parameter name=\"from\" value=\"" + ana + "\"/>")
                .contains("<Parameter name=\"name\" value=\"Ana &quot;A&quot; &lt;Gómez&gt;\"/>");
    }

    @Test
    void theEchoRecordsFiveSecondsPlaysThemAndComesBackToBeForgotten() {
        assertThat(writer.echo("en", CALL))
                .contains(
                        "<Say",
                        "<Record",
                        "maxLength=\"5\"",
                        "timeout=\"5\"",
                        "/twilio/voice/echo?call=" + CALL,
                        "<Hangup/>");
        assertThat(writer.echoed(CALL, "https://api.twilio.com/r.wav"))
                .containsSubsequence("<Pause", "<Play>https://api.twilio.com/r.wav</Play>", "<Redirect")
                .contains("/twilio/voice/echo-done?call=" + CALL);
    }
}
