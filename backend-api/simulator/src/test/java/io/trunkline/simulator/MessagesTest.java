package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private MessageCreator message(String to, String from, String body) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(from), body);
    }

    private void writes(String body) {
        rig.post(
                "/control/texts",
                "{\"from\": \"%s\", \"to\": \"%s\", \"body\": \"%s\"}".formatted(Rig.CUSTOMER, Rig.LINE, body));
    }

    @Test
    void aTextIsQueuedSentAndDelivered() {
        var sent = message(Rig.CUSTOMER, Rig.LINE, "Your parcel is on its way")
                .setStatusCallback(URI.create(rig.application.url("/message")))
                .create(rig.twilio);

        assertThat(sent.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(List.of(1, 2, 3))
                .extracting(_ -> rig.application.next("/message").form().text("MessageStatus"))
                .containsExactly("queued", "sent", "delivered");
        assertThat(Message.fetcher(sent.getSid()).fetch(rig.twilio).getStatus()).isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void aTextThatCannotBeDeliveredSaysWhy() {
        rig.post("/control/phones", "{\"number\": \"%s\", \"textError\": 30003}".formatted(Rig.CUSTOMER));
        message(Rig.CUSTOMER, Rig.LINE, "Hello")
                .setStatusCallback(URI.create(rig.application.url("/message")))
                .create(rig.twilio);

        var told = rig.application
                .next("/message", f -> f.text("MessageStatus").equals("undelivered"))
                .form();
        assertThat(told.text("ErrorCode")).isEqualTo("30003");
    }

    @Test
    void aMessagingServiceSendsFromANumberOfTheAccount() {
        var sent = Message.creator(new PhoneNumber(Rig.CUSTOMER), "MG00000000000000000000000000000001", "Hello")
                .create(rig.twilio);

        assertThat(sent.getStatus()).isEqualTo(Message.Status.ACCEPTED);
        assertThat(sent.getFrom().toString()).isEqualTo(Rig.LINE);
    }

    @Test
    void anIncomingTextAsksAndItsAnswerIsSent() {
        rig.application.says("/text", "<Message>We are on it</Message>");
        writes("¿Hello? ✓");

        var asked = rig.application.next("/text").form();
        assertThat(asked.text("Body")).isEqualTo("¿Hello? ✓");
        assertThat(asked.text("NumMedia")).isEqualTo("0");
        assertThat(asked.text("MessageSid")).startsWith("SM");
        var ledger = rig.until("/control/ledger", l -> l.path("messages").size() == 2);
        assertThat(ledger.path("messages").get(1).path("direction").asText()).isEqualTo("outbound-reply");
        assertThat(ledger.path("messages").get(1).path("body").asText()).isEqualTo("We are on it");
    }

    @Test
    void picturesComeAlongAsAddresses() {
        rig.post("/control/texts", """
                {"from": "%s", "to": "%s", "body": "", "media": ["http://media/a.jpg", "http://media/b.jpg"]}
                """.formatted(Rig.CUSTOMER, Rig.LINE));

        var asked = rig.application.next("/text").form();
        assertThat(asked.text("NumMedia")).isEqualTo("2");
        assertThat(asked.text("MediaUrl1")).isEqualTo("http://media/b.jpg");
        assertThat(asked.get("Body")).contains("");
    }

    @Test
    void whoeverWroteStopIsNotWrittenToUntilStart() {
        writes("STOP");
        rig.application.next("/text");
        refused(message(Rig.CUSTOMER, Rig.LINE, "Hello"), 21610);
        writes("start");
        rig.application.next("/text");

        assertThat(message(Rig.CUSTOMER, Rig.LINE, "Hello").create(rig.twilio).getSid())
                .isNotEmpty();
    }

    @Test
    void badMessagesAreRefusedWithTheCarriersCodes() {
        refused(message("12", Rig.LINE, "Hello"), 21211);
        refused(message(Rig.CUSTOMER, "+15550199999", "Hello"), 21606);
        refused(message(Rig.CUSTOMER, Rig.LINE, ""), 21602);
        refused(message(Rig.CUSTOMER, Rig.LINE, "x".repeat(1601)), 21617);
    }

    private void refused(MessageCreator message, int code) {
        assertThatThrownBy(() -> message.create(rig.twilio))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }
}
