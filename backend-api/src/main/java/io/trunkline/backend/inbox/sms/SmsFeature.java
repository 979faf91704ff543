package io.trunkline.backend.inbox.sms;

import io.trunkline.backend.inbox.Inbox;
import io.trunkline.backend.inbox.MessageChannel;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.jobs.Jobs;
import io.trunkline.backend.telephony.NoticeApplier;
import io.trunkline.backend.telephony.TextCarrier;

/// Wires texts.
public final class SmsFeature {
    private final SmsChannel channel;
    private final SmsNotices notices;

    public SmsFeature(Database database, Jobs jobs, TextCarrier carrier, Inbox inbox) {
        channel = new SmsChannel(database, jobs, carrier, inbox);
        jobs.on(SmsChannel.SEND, channel::run);
        notices = new SmsNotices(carrier, inbox);
    }

    public MessageChannel channel() {
        return channel;
    }

    /// Takes texts that come in.
    public NoticeApplier inbound() {
        return notices::inbound;
    }

    /// Takes reports on texts that went out.
    public NoticeApplier reports() {
        return notices::report;
    }
}
