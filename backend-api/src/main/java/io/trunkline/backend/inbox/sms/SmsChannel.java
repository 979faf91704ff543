package io.trunkline.backend.inbox.sms;

import io.trunkline.backend.inbox.Inbox;
import io.trunkline.backend.inbox.MessageChannel;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Job;
import io.trunkline.backend.platform.jobs.Jobs;
import io.trunkline.backend.telephony.Reply;
import io.trunkline.backend.telephony.TextCarrier;
import io.trunkline.model.Channel;
import java.time.Instant;
import java.util.Optional;

/// Texts on their way out: a durable job each, so that none is lost between the commit and the carrier, and none goes
/// out twice, because what may have been taken is looked for before it is asked for again.
final class SmsChannel implements MessageChannel {
    static final String SEND = "sms.send";

    private final Database database;
    private final Jobs jobs;
    private final TextCarrier carrier;
    private final Inbox inbox;

    /// The job's payload. `since` is when the text was first wanted.
    record Send(Outgoing text, Instant since) {}

    /// A request that did not get through, so that the job comes again.
    static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(String why) {
            super(why);
        }
    }

    SmsChannel(Database database, Jobs jobs, TextCarrier carrier, Inbox inbox) {
        this.database = database;
        this.jobs = jobs;
        this.carrier = carrier;
        this.inbox = inbox;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Optional<String> objection(String text) {
        return SmsLength.objection(text);
    }

    @Override
    public void send(Tx tx, Outgoing message) {
        var key = Optional.of(message.id().toString());
        jobs.add(tx, SEND, key, new Send(message, tx.now()), tx.now());
    }

    void run(Job job) throws NotSent {
        var send = job.payload(Send.class);
        var text = new TextCarrier.Text(
                send.text().id(),
                send.text().from(),
                send.text().to(),
                send.text().text());
        var reply = job.attempt() == 1 ? carrier.send(job.tenant(), text) : again(job, send, text);
        switch (reply) {
            case Reply.Done done ->
                database.doInTenant(job.tenant(), tx -> inbox.handedOver(tx, text.id(), done.sid()));
            case Reply.Refused refused ->
                database.doInTenant(job.tenant(), tx -> inbox.refused(tx, text.id(), Integer.toString(refused.code())));
            case Reply.Gone _ -> database.doInTenant(job.tenant(), tx -> inbox.refused(tx, text.id(), "gone"));
            case Reply.NotDone _ -> throw new NotSent("the carrier did not take it");
            case Reply.Later later -> throw new NotSent(later.sentence());
            case Reply.Unclear unclear -> throw new NotSent(unclear.sentence());
        }
    }

    private Reply again(Job job, Send send, TextCarrier.Text text) {
        var seen = carrier.look(job.tenant(), text, send.since());
        return seen instanceof Reply.NotDone ? carrier.send(job.tenant(), text) : seen;
    }
}
