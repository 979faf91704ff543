package io.trunkline.simulator.messaging;

import io.trunkline.simulator.webhook.Form;
import java.util.List;

/// The fields of requests about messages.
final class TextForms {
    private final String account;

    TextForms(String account) {
        this.account = account;
    }

    Form status(TextMessage message) {
        var form = common(message).put("MessageStatus", message.status()).put("SmsStatus", message.status());
        if (!message.serviceSid().isEmpty()) {
            form.put("MessagingServiceSid", message.serviceSid());
        }
        return message.errorCode() == 0 ? form : form.put("ErrorCode", message.errorCode());
    }

    Form inbound(TextMessage message) {
        var form = common(message)
                .put("SmsMessageSid", message.sid())
                .put("SmsStatus", "received")
                .put("Body", message.body())
                .put("NumSegments", message.segments())
                .put("NumMedia", message.media().size());
        for (var side : List.of("From", "To")) {
            form.put(side + "City", "")
                    .put(side + "State", "")
                    .put(side + "Zip", "")
                    .put(side + "Country", "US");
        }
        for (var i = 0; i < message.media().size(); i++) {
            form.put("MediaUrl" + i, message.media().get(i)).put("MediaContentType" + i, "image/jpeg");
        }
        if (message.from().startsWith("whatsapp:")) {
            form.put("ProfileName", "").put("WaId", message.from().replaceFirst("whatsapp:\\+?", ""));
        }
        return form;
    }

    private Form common(TextMessage message) {
        return new Form()
                .put("AccountSid", account)
                .put("ApiVersion", "2010-04-01")
                .put("MessageSid", message.sid())
                .put("SmsSid", message.sid())
                .put("From", message.from())
                .put("To", message.to());
    }
}
