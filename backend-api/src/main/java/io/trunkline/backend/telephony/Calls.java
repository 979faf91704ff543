package io.trunkline.backend.telephony;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.interactions.Opening;
import io.trunkline.backend.ivr.Instruction;
import io.trunkline.backend.ivr.Turn;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.Routing;
import io.trunkline.backend.routing.Waiting;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.TenantId;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.ParticipantRole;
import java.util.function.BiConsumer;

/// Calls that arrive, on their way through a flow. Each question of the carrier is one transaction, and its answer is
/// kept with it: asked again, the same answer is given and nothing happens twice.
public final class Calls {
    private final Database database;
    private final AnswerStore answers = new AnswerStore();
    private final CallStore calls;
    private final LegStore legs;
    private final Contacts contacts;
    private final Interactions interactions;
    private final Routing routing;
    private final CallLife life;

    Calls(
            Database database,
            CallStore calls,
            LegStore legs,
            Contacts contacts,
            Interactions interactions,
            Routing routing,
            CallLife life) {
        this.database = database;
        this.calls = calls;
        this.legs = legs;
        this.contacts = contacts;
        this.interactions = interactions;
        this.routing = routing;
        this.life = life;
    }

    /// A call arrives and `turn` is what it meets, written out as `answer`. Returns the answer that counts.
    public String begin(Line line, InboundCall call, Turn turn, String answer) {
        return database.inTenant(line.tenant(), tx -> {
            var question = call.sid() + " begin";
            var first = answers.keep(tx, question, answer);
            var contact = contacts.arrivingSoon(tx, AddressKind.PHONE, call.from());
            if (!first.get()) {
                return answers.kept(tx, question).orElse(answer);
            }
            follow(tx, open(tx, line, call, turn.language(), contact.get()), turn);
            return answer;
        });
    }

    /// The caller answered the question numbered `number`; `turn` follows. A call whose beginning is not recorded yet
    /// is recorded now.
    public String advance(Line line, InboundCall call, int number, Turn turn, String answer) {
        return once(line, call, number, turn, answer, (tx, id) -> follow(tx, id, turn));
    }

    /// The queue was full, so `turn` follows instead of waiting.
    public String overflowed(Line line, InboundCall call, int number, Turn turn, String answer) {
        return once(line, call, -number, turn, answer, (tx, id) -> {
            routing.withdraw(tx, id);
            follow(tx, id, turn);
        });
    }

    /// The contact left while waiting. Being brought to an agent is not leaving and is never told here.
    public void left(TenantId tenant, CallSid sid) {
        database.doInTenant(
                tenant,
                tx -> legs.bySid(tx, sid)
                        .ifPresent(leg -> life.contactGone(tx, leg.interactionId(), Outcome.ABANDONED)));
    }

    /// The carrier could not let the call wait.
    public void failed(TenantId tenant, CallSid sid) {
        database.doInTenant(
                tenant,
                tx -> legs.bySid(tx, sid).ifPresent(leg -> life.contactGone(tx, leg.interactionId(), Outcome.FAILED)));
    }

    /// A contact who waited again after an agent found the queue full.
    public void overflowedAgain(TenantId tenant, InteractionId id) {
        database.doInTenant(tenant, tx -> life.contactGone(tx, id, Outcome.OVERFLOWED));
    }

    private String once(
            Line line, InboundCall call, int number, Turn turn, String answer, BiConsumer<Tx, InteractionId> work) {
        return database.inTenant(line.tenant(), tx -> {
            var question = call.sid() + " " + number;
            var first = answers.keep(tx, question, answer);
            var known = legs.interactionOf(tx, call.sid());
            if (!first.get()) {
                return answers.kept(tx, question).orElse(answer);
            }
            var id = known.get().orElseGet(() -> beginLate(tx, line, call, turn));
            work.accept(tx, id);
            return answer;
        });
    }

    private InteractionId beginLate(Tx tx, Line line, InboundCall call, Turn turn) {
        answers.keep(tx, call.sid() + " begin", "");
        var contact = contacts.arrivingSoon(tx, AddressKind.PHONE, call.from());
        return legs.interactionOf(tx, call.sid())
                .get()
                .orElseGet(() -> open(tx, line, call, turn.language(), contact.get()));
    }

    private InteractionId open(Tx tx, Line line, InboundCall call, String language, ContactRef contact) {
        var id = new InteractionId(Ids.next());
        interactions.begin(tx, new Opening(id, Channel.VOICE, Direction.INBOUND, contact, line.number(), null));
        calls.open(tx, id, line.flowId(), line.number(), language);
        legs.insert(
                tx,
                new LegId(Ids.next()),
                id,
                null,
                ParticipantRole.CONTACT,
                call.sid(),
                Direction.INBOUND,
                LegState.IN_PROGRESS);
        return id;
    }

    private void follow(Tx tx, InteractionId id, Turn turn) {
        switch (turn.last()) {
            case Instruction.Enqueue enqueue -> routing.enqueue(tx, Waiting.in(id, enqueue.queue(), Channel.VOICE));
            case Instruction.HangUp hangUp -> interactions.ended(tx, id, hangUp.outcome());
            case Instruction.Say _, Instruction.Ask _ -> {}
        }
    }
}
