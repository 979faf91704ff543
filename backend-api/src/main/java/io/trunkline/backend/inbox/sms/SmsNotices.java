package io.trunkline.backend.inbox.sms;

import io.trunkline.backend.inbox.Arrival;
import io.trunkline.backend.inbox.Inbox;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.telephony.InboundText;
import io.trunkline.backend.telephony.TextCarrier;
import io.trunkline.model.Channel;
import java.time.Instant;
import java.util.stream.IntStream;

/// Texts that came in, and reports on those that went out, as the durable inbox hands them on.
final class SmsNotices {
    private final TextCarrier carrier;
    private final Inbox inbox;
    private final LineStore lines = new LineStore();

    SmsNotices(TextCarrier carrier, Inbox inbox) {
        this.carrier = carrier;
        this.inbox = inbox;
    }

    boolean inbound(Tx tx, String body, Instant receivedAt) {
        return received(tx, carrier.inbound(body));
    }

    boolean report(Tx tx, String body, Instant receivedAt) {
        var report = carrier.report(body);
        return inbox.reported(tx, Channel.SMS, report.sid(), report.state(), report.error());
    }

    private boolean received(Tx tx, InboundText text) {
        var files = IntStream.range(0, text.media().size())
                .mapToObj(at -> file(at + 1, text.media().get(at)))
                .toList();
        inbox.received(
                tx,
                new Arrival(
                        Channel.SMS,
                        text.from(),
                        text.to(),
                        text.body(),
                        text.sid(),
                        lines.queue(tx, text.to()),
                        files));
        return true;
    }

    private static Arrival.File file(int number, InboundText.Media media) {
        return new Arrival.File("File %d".formatted(number), media.type(), media.url());
    }
}
