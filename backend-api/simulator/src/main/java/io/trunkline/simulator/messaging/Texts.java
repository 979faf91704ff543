package io.trunkline.simulator.messaging;

import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.MessagingService;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.twiml.BadTwiml;
import io.trunkline.simulator.twiml.Twiml;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Answer;
import io.trunkline.simulator.webhook.Callbacks;
import io.trunkline.simulator.webhook.Webhooks;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All messages. Outgoing ones go through queued, sent and delivered (or undelivered).
public final class Texts {
    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final Map<String, TextMessage> bySid = new ConcurrentHashMap<>();
    private final OptOuts optOuts = new OptOuts();
    private final TextForms forms;
    private final Numbers numbers;
    private final Pace pace;
    private final Webhooks webhooks;
    private final Callbacks callbacks;
    private final Recipient recipient;

    public Texts(
            Account account, Numbers numbers, Pace pace, Webhooks webhooks, Callbacks callbacks, Recipient recipient) {
        this.forms = new TextForms(account.sid());
        this.numbers = numbers;
        this.pace = pace;
        this.webhooks = webhooks;
        this.callbacks = callbacks;
        this.recipient = recipient;
    }

    public Optional<TextMessage> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /// Newest first.
    public List<TextMessage> all() {
        return bySid.values().stream()
                .sorted(Comparator.comparing(TextMessage::created).reversed().thenComparing(TextMessage::sid))
                .toList();
    }

    public boolean remove(String sid) {
        return bySid.remove(sid) != null;
    }

    /// Whether this number has asked not to be written to from there (21610).
    public boolean refuses(String number, String from) {
        return optOuts.has(number, from);
    }

    /// Takes a message to be sent.
    public TextMessage send(String from, String to, String body, List<String> media, String service, Hook callback) {
        return send(from, to, body, media, "outbound-api", service, callback);
    }

    private TextMessage send(
            String from, String to, String body, List<String> media, String direction, String service, Hook callback) {
        var now = pace.now();
        var sid = Sids.next(media.isEmpty() ? "SM" : "MM");
        var status = service.isEmpty() ? "queued" : "accepted";
        var message = new TextMessage(sid, from, to, body, media, direction, service, callback, status, 0, now, now);
        bySid.put(sid, message);
        log.info("message {} {} {}", sid, direction, status);
        var failure = recipient.failure(to);
        step(sid, "queued", 0, Duration.ZERO);
        step(sid, "sent", 0, Duration.ofMillis(300));
        step(sid, failure == 0 ? "delivered" : "undelivered", failure, Duration.ofMillis(900));
        return message;
    }

    private void step(String sid, String status, int error, Duration after) {
        pace.later(after, () -> advance(sid, status, error));
    }

    private void advance(String sid, String status, int error) {
        var message = bySid.computeIfPresent(sid, (_, m) -> m.now(status, error, pace.now()));
        if (message == null) {
            return;
        }
        log.info("message {} {}", sid, status);
        callbacks.tell(sid, message.callback(), forms.status(message));
        if (status.equals("delivered")) {
            recipient.delivered(message);
        }
    }

    /// Somebody writes to a number of the account; empty when it has no such number.
    public Optional<TextMessage> receive(String from, String to, String body, List<String> media) {
        return numbers.find(to).map(number -> {
            var now = pace.now();
            var sid = Sids.next(media.isEmpty() ? "SM" : "MM");
            var none = Hook.post("");
            var message = new TextMessage(sid, from, to, body, media, "inbound", "", none, "received", 0, now, now);
            bySid.put(sid, message);
            log.info("message {} inbound", sid);
            optOuts.heed(from, to, body);
            pace.run(() -> ask(number, message));
            return message;
        });
    }

    private void ask(PhoneNumber number, TextMessage message) {
        var hook = numbers.serviceOf(number.number())
                .map(MessagingService::inbound)
                .orElse(number.text());
        if (hook.isEmpty()) {
            return;
        }
        var answer = webhooks.ask(hook, number.textFallback(), forms.inbound(message));
        if (answer instanceof Answer.Document document && !document.body().isBlank()) {
            reply(message, document.body());
        }
    }

    private void reply(TextMessage to, String twiml) {
        try {
            for (var verb : Twiml.read(twiml)) {
                if (verb instanceof Verb.Message said) {
                    var at = said.at();
                    var callback = Hook.post(at.text("statusCallback", at.text("action")));
                    var from = at.text("from", to.to());
                    send(from, at.text("to", to.from()), said.body(), said.media(), "outbound-reply", "", callback);
                }
            }
        } catch (BadTwiml e) {
            log.warn("message {} bad document: {} {}", to.sid(), e.code(), e.getMessage());
        }
    }
}
