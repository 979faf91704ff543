package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.log.About;
import io.trunkline.model.AgentId;
import io.trunkline.model.DispositionId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ParticipantId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.live.InteractionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of interactions, for the features that bring it about.
///
/// Every method runs in the caller's transaction, appends its event with it and gives back the interaction as it is
/// then. Repeated, late or overtaken news changes nothing and appends nothing: the state moves forward only,
/// `COMPLETED` wins. An unknown id is a [Fault.NotFound].
public final class Interactions {
    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

    private final InteractionStore store = new InteractionStore();
    private final ParticipantStore participants = new ParticipantStore();
    private final SegmentStore segments = new SegmentStore();
    private final AgentNameStore names = new AgentNameStore();
    private final Dispositions dispositions;
    private final Teller teller;

    Interactions(Dispositions dispositions, Teller teller) {
        this.dispositions = dispositions;
        this.teller = teller;
    }

    /// Begins an interaction, with its contact as the first participant. Opened again with the same id, it is left as
    /// it is.
    public Interaction open(Tx tx, Opening opening) {
        return store.open(tx, opening).get() == 1 ? opened(tx, opening) : one(tx, opening.id());
    }

    /// As [#open] for an id that is made just now: nobody waits to hear that it was new.
    public Interaction begin(Tx tx, Opening opening) {
        store.open(tx, opening);
        return opened(tx, opening);
    }

    private Interaction opened(Tx tx, Opening opening) {
        var interaction = opening.asOf(tx.now());
        log(opening.id(), "Opened, {} {}", opening.direction(), opening.channel());
        teller.tell(tx, new InteractionEvent.Opened(interaction), null);
        return interaction;
    }

    /// Begins an interaction in which the agent reaches out, for a queue or for none. They hold it from now on; it is
    /// answered when the contact is there.
    public Interaction dialled(Tx tx, Opening opening, AgentId agent, @Nullable QueueId queue) {
        if (store.open(tx, opening).get() == 0) {
            return one(tx, opening.id());
        }
        store.save(tx, opening.id(), Standing.OPENED.dialled(agent, queue));
        segments.begin(tx, opening.id(), queue);
        segments.take(tx, opening.id(), agent);
        participants.joinAgent(tx, opening.id(), agent);
        log(opening.id(), "Opened, {} {}", opening.direction(), opening.channel());
        var interaction = one(tx, opening.id());
        teller.tell(tx, new InteractionEvent.Opened(interaction), null);
        return interaction;
    }

    /// It waits in the queue now.
    public Interaction queued(Tx tx, InteractionId id, QueueId queue) {
        return apply(tx, id, new Happening.Queued(queue));
    }

    /// The agent talks with the contact now; asked for again by the same agent, nothing changes.
    public Interaction answered(Tx tx, InteractionId id, AgentId agent) {
        return apply(tx, id, new Happening.Answered(agent));
    }

    /// It waits again, in the queue.
    public Interaction transferred(Tx tx, InteractionId id, QueueId queue) {
        return apply(tx, id, new Happening.Transferred(queue));
    }

    /// It waits again for a certain agent, in a queue or without one.
    public Interaction transferred(Tx tx, InteractionId id, AgentId to, @Nullable QueueId queue) {
        var name = names.of(tx, Set.of(to)).getOrDefault(to, "");
        return apply(tx, id, new Happening.Transferred(queue), name);
    }

    /// The contact talks on with somebody outside, without an agent of ours.
    public Interaction passedOut(Tx tx, InteractionId id, String target) {
        return apply(tx, id, new Happening.PassedOut(), target);
    }

    /// The contact is gone: `WRAPPING` while an agent holds it, else `COMPLETED`, with the events of both. The first
    /// outcome stands. Who was answered has not abandoned and who was not was not handled, whatever the
    /// caller says.
    public Interaction ended(Tx tx, InteractionId id, Outcome outcome) {
        return apply(tx, id, new Happening.Ended(outcome));
    }

    /// The wrap-up of the agent who holds it is over; see the longer form.
    public Interaction completed(Tx tx, InteractionId id, @Nullable DispositionId disposition) {
        var holder = one(tx, id).agent();
        return holder == null ? one(tx, id) : completed(tx, id, holder.id(), disposition);
    }

    /// The wrap-up of `agent` is over. Completes the interaction when that agent holds it and the talk has ended; after
    /// a transfer it ends the agent's own segment only.
    ///
    /// A queue that wants a disposition refuses to complete without: [Fault.Invalid].
    public Interaction completed(Tx tx, InteractionId id, AgentId agent, @Nullable DispositionId disposition) {
        return complete(tx, id, agent, disposition, true);
    }

    /// The time for wrap-up ran out. As [#completed], but nobody is there to be asked for a disposition.
    public Interaction lapsed(Tx tx, InteractionId id, AgentId agent) {
        return complete(tx, id, agent, null, false);
    }

    public Optional<Interaction> find(Tx tx, InteractionId id) {
        return store.find(tx, id);
    }

    /// What is not completed in the thread; there is at most one.
    public Optional<Interaction> openIn(Tx tx, ThreadId thread) {
        return store.openIn(tx, thread);
    }

    /// What the agent holds now or still has to wrap up, oldest first.
    public List<Interaction> heldBy(Tx tx, AgentId agent) {
        return store.heldBy(tx, agent);
    }

    /// Somebody takes part besides the contact and the answering agent, who join by themselves.
    public void joined(Tx tx, InteractionId id, Joining who) {
        participants.join(tx, id, who);
    }

    public void left(Tx tx, InteractionId id, ParticipantId who) {
        participants.leave(tx, id, who);
    }

    private Interaction complete(
            Tx tx, InteractionId id, AgentId agent, @Nullable DispositionId disposition, boolean strict) {
        var before = locked(tx, id);
        var holds = before.state() == InteractionState.WRAPPING && agent.equals(before.agent());
        if (holds) {
            dispositions.check(tx, before.queue(), disposition, strict);
        }
        segments.wrap(tx, id, agent);
        return holds ? apply(tx, id, before, new Happening.Completed(disposition), "") : one(tx, id);
    }

    private Interaction apply(Tx tx, InteractionId id, Happening what) {
        return apply(tx, id, what, "");
    }

    private Interaction apply(Tx tx, InteractionId id, Happening what, String target) {
        return apply(tx, id, locked(tx, id), what, target);
    }

    private Interaction apply(Tx tx, InteractionId id, Standing before, Happening what, String target) {
        var after = Lifecycle.after(before, what, tx.now());
        after.ifPresent(standing -> {
            store.save(tx, id, standing);
            follow(tx, id, before, what);
            log(id, "{} -> {}", before.state(), standing.state());
        });
        var interaction = one(tx, id);
        if (after.isPresent()) {
            teller.tell(tx, event(interaction, what, target), before.agent());
            tellTheEnd(tx, interaction, what, before);
        }
        return interaction;
    }

    /// The events of an end that comes with what happened. One that was told before is told again behind the queue that
    /// was not known then, so that whoever counts by events counts as the ledger does.
    private void tellTheEnd(Tx tx, Interaction now, Happening what, Standing before) {
        if (now.state() != InteractionState.COMPLETED) {
            return;
        }
        if (what instanceof Happening.Queued) {
            teller.tell(tx, new InteractionEvent.Ended(now), before.agent());
        }
        if (!(what instanceof Happening.Completed)) {
            teller.tell(tx, new InteractionEvent.Completed(now), before.agent());
        }
    }

    /// Keeps segments and participants in step with the state.
    private void follow(Tx tx, InteractionId id, Standing before, Happening what) {
        switch (what) {
            case Happening.Queued queued -> {
                if (before.state() != InteractionState.OPEN) {
                    segments.end(tx, id, null);
                }
                segments.begin(tx, id, queued.queue());
                if (before.state() == InteractionState.COMPLETED) {
                    segments.end(tx, id, before.outcome());
                }
            }
            case Happening.Answered answered -> answer(tx, id, before, answered.agent());
            case Happening.Transferred transferred -> {
                segments.end(tx, id, null);
                participants.leaveAgents(tx, id);
                segments.begin(tx, id, transferred.queue());
            }
            case Happening.PassedOut _ -> {
                segments.end(tx, id, null);
                participants.leaveAgents(tx, id);
            }
            case Happening.Ended ended -> {
                segments.end(tx, id, ended.outcome() == Outcome.HANDLED ? Outcome.ABANDONED : ended.outcome());
                participants.leaveAll(tx, id);
            }
            case Happening.Completed _ -> {}
        }
    }

    private void answer(Tx tx, InteractionId id, Standing before, AgentId agent) {
        if (agent.equals(before.agent())) {
            segments.answer(tx, id, agent);
            return;
        }
        if (before.state() == InteractionState.ACTIVE) {
            segments.end(tx, id, null);
            participants.leaveAgents(tx, id);
        }
        if (before.state() != InteractionState.WAITING) {
            segments.begin(tx, id, before.queue());
        }
        segments.answer(tx, id, agent);
        participants.joinAgent(tx, id, agent);
    }

    private static InteractionEvent event(Interaction now, Happening what, String target) {
        return switch (what) {
            case Happening.Queued _ -> new InteractionEvent.Queued(now);
            case Happening.Answered _ -> new InteractionEvent.Answered(now);
            case Happening.Transferred _, Happening.PassedOut _ ->
                new InteractionEvent.Transferred(now, target.isEmpty() ? queueOf(now) : target);
            case Happening.Ended _ -> new InteractionEvent.Ended(now);
            case Happening.Completed _ -> new InteractionEvent.Completed(now);
        };
    }

    private static String queueOf(Interaction now) {
        return now.queue() == null ? "" : now.queue().name();
    }

    private static void log(InteractionId id, String line, Object one, Object other) {
        try (var _ = About.interaction(id)) {
            LOG.info(line, one, other);
        }
    }

    private Standing locked(Tx tx, InteractionId id) {
        return store.lock(tx, id).orElseThrow(Interactions::unknown);
    }

    private Interaction one(Tx tx, InteractionId id) {
        return store.find(tx, id).orElseThrow(Interactions::unknown);
    }

    static Fault unknown() {
        return new Fault.NotFound("There is no such interaction.");
    }
}
