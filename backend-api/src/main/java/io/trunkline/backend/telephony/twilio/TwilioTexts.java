package io.trunkline.backend.telephony.twilio;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.trunkline.backend.telephony.InboundText;
import io.trunkline.backend.telephony.Reply;
import io.trunkline.backend.telephony.TextCarrier;
import io.trunkline.backend.telephony.TextReport;
import io.trunkline.model.TenantId;
import io.trunkline.model.message.MessageState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;

/// Texts over Twilio, through its own library.
final class TwilioTexts implements TextCarrier {
    private static final int LOOKED_THROUGH = 50;
    private static final int MOST_MEDIA = 10;

    private final Clients clients;
    private final Links links;

    TwilioTexts(Clients clients, Links links) {
        this.clients = clients;
        this.links = links;
    }

    @Override
    public Reply send(TenantId tenant, Text text) {
        return clients.guarded(tenant, client -> {
            var message = Message.creator(new PhoneNumber(text.to()), new PhoneNumber(text.from()), text.body())
                    .setStatusCallback(links.textStatus())
                    .create(client);
            return new Reply.Done(message.getSid());
        });
    }

    @Override
    public Reply look(TenantId tenant, Text text, Instant since) {
        return clients.guarded(tenant, client -> {
            for (var message : Message.reader()
                    .setTo(new PhoneNumber(text.to()))
                    .setFrom(new PhoneNumber(text.from()))
                    .limit(LOOKED_THROUGH)
                    .read(client)) {
                if (isThe(message, text, since)) {
                    return new Reply.Done(message.getSid());
                }
            }
            return new Reply.NotDone();
        });
    }

    @Override
    public InboundText inbound(String body) {
        var form = form(body);
        var count = Math.min(form.number("NumMedia", 0), MOST_MEDIA);
        var media = IntStream.range(0, Math.max(0, count))
                .mapToObj(at -> new InboundText.Media(form.first("MediaContentType" + at), form.first("MediaUrl" + at)))
                .toList();
        return new InboundText(
                form.first("MessageSid"), form.first("From"), form.first("To"), form.first("Body"), media);
    }

    @Override
    public TextReport report(String body) {
        var form = form(body);
        var code = form.first("ErrorCode");
        return new TextReport(
                form.first("MessageSid"), state(form.first("MessageStatus")), code.isEmpty() ? null : code);
    }

    private static boolean isThe(Message message, Text text, Instant since) {
        var created = message.getDateCreated();
        return text.body().equals(message.getBody())
                && created != null
                && !created.toInstant().isBefore(since.minusSeconds(2));
    }

    private static MessageState state(String status) {
        return switch (status) {
            case "queued", "accepted", "scheduled" -> MessageState.QUEUED;
            case "sent" -> MessageState.SENT;
            case "delivered" -> MessageState.DELIVERED;
            case "read" -> MessageState.READ;
            case "undelivered" -> MessageState.UNDELIVERED;
            case "failed", "canceled" -> MessageState.FAILED;
            default -> MessageState.SENDING;
        };
    }

    private static Form form(String body) {
        return Form.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
