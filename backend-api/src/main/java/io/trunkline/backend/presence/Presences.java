package io.trunkline.backend.presence;

import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.Role;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.presence.AwayReason;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.presence.SystemReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What agents are doing. Every method joins the caller's transaction and tells the desks of what it changed.
public final class Presences {
    /// Somebody not offline, as routing sees them.
    public record Candidate(AgentId agent, PresenceState state, boolean offerable, Instant idleSince) {}

    private static final Audience WATCHERS = Audience.ofRoles(Role.ADMIN, Role.SUPERVISOR, Role.VIEWER);

    private final PresenceStore store;
    private final AwayReasons reasons;
    private final EventLog log;
    private final String node;

    Presences(PresenceStore store, AwayReasons reasons, EventLog log, String node) {
        this.store = store;
        this.reasons = reasons;
        this.log = log;
        this.node = node;
    }

    public Presence of(Tx tx, AgentId agent) {
        return told(tx, agent, current(tx, agent));
    }

    /// Everybody, by name.
    public List<Presence> all(Tx tx) {
        return store.all(tx, Instant.EPOCH);
    }

    /// Reserves an agent for an offer; false when they are not available any more.
    public boolean reserve(Tx tx, AgentId agent) {
        return move(tx, agent, "offer", s -> s.reserved(tx.now())).state() == PresenceState.RESERVED;
    }

    public void engage(Tx tx, AgentId agent) {
        move(tx, agent, "work", s -> s.engaged(tx.now()));
    }

    /// The agent does something that is no work of a queue's; who is away stays so.
    public void occupy(Tx tx, AgentId agent) {
        move(tx, agent, "occupied", s -> s.occupied(tx.now()));
    }

    public void wrapUp(Tx tx, AgentId agent) {
        move(tx, agent, "work", s -> s.wrappingUp(tx.now()));
    }

    /// The work is over: back to the latest wish, or available.
    public void release(Tx tx, AgentId agent) {
        move(tx, agent, "work", s -> s.released(tx.now()));
    }

    /// The system sends an agent away who does not answer.
    public void away(Tx tx, AgentId agent, SystemReason reason) {
        move(tx, agent, cause(reason), s -> s.sentAway(reason.text(), tx.now()));
    }

    /// The agent's own wish; during work it is kept for afterwards.
    public Presence change(Tx tx, AgentId agent, PresenceChange change) {
        var reason = checked(tx, change);
        return told(tx, agent, move(tx, agent, "agent", s -> s.wished(change.state(), reason, tx.now())));
    }

    /// A supervisor's wish for an agent; a stranger is a [Fault.NotFound].
    public Presence changeFor(Tx tx, AgentId agent, PresenceChange change) {
        if (!store.known(tx, agent)) {
            throw new Fault.NotFound("There is no such agent.");
        }
        var reason = checked(tx, change);
        return told(tx, agent, move(tx, agent, "supervisor", s -> s.wished(change.state(), reason, tx.now())));
    }

    public void connected(Tx tx, AgentId agent) {
        move(tx, agent, "connected", s -> s.connected(tx.now()));
        store.here(tx, agent, node);
    }

    /// A socket of the agent is gone: nothing new is offered from now on, unless there is `another`, which is asked
    /// while nobody else can change where they stand, or they are at another node by now.
    public void lost(Tx tx, AgentId agent, BooleanSupplier another) {
        if (!leave(tx, agent, another).connected()) {
            store.gone(tx, agent, node);
        }
    }

    /// As [#lost], but this program stops and has sent the desktop away itself.
    public void sentAway(Tx tx, AgentId agent, BooleanSupplier another) {
        leave(tx, agent, another);
    }

    private Standing leave(Tx tx, AgentId agent, BooleanSupplier another) {
        return move(
                tx,
                agent,
                "connection lost",
                now -> another.getAsBoolean() || store.elsewhere(tx, agent, node) ? now : now.lost());
    }

    /// Who is not offline, with what routing needs to know of them.
    public List<Candidate> candidates(Tx tx) {
        return store.atWork(tx).stream()
                .map(a -> new Candidate(
                        a.agent(),
                        a.standing().state(),
                        a.standing().offerable(),
                        a.standing().idleSince()))
                .toList();
    }

    /// The tenant's reasons for `AWAY`; a few usual ones until it has its own.
    public List<String> awayReasons(Tx tx) {
        return reasons.all(tx).stream().map(AwayReason::name).toList();
    }

    /// As the history of states has it.
    private static String cause(SystemReason reason) {
        return switch (reason) {
            case NO_ANSWER -> "no answer";
            case NOT_RINGING -> "not ringing";
            case LINE_NOT_ANSWERED -> "line not answered";
        };
    }

    void graceOver(Tx tx, Instant limit) {
        for (var agent : store.lostBefore(tx, limit)) {
            move(tx, agent, "connection lost", s -> s.graceOver(tx.now()));
        }
    }

    void allLost(Tx tx) {
        store.allLost(tx);
    }

    private Standing move(Tx tx, AgentId agent, String cause, UnaryOperator<Standing> happening) {
        var before = store.lock(tx, agent).orElseGet(() -> begun(tx, agent));
        var after = happening.apply(before);
        if (after.equals(before)) {
            return after;
        }
        store.save(tx, agent, after);
        var seen = after.state() != before.state() || !Objects.equals(after.reason(), before.reason());
        if (seen) {
            store.record(tx, agent, after, cause);
        }
        if (seen || after.connected() != before.connected()) {
            log.append(
                    tx,
                    new PresenceEvent.Changed(told(tx, agent, after), before.state()),
                    Audience.ofAgent(agent).or(WATCHERS));
        }
        return after;
    }

    private Standing begun(Tx tx, AgentId agent) {
        var unknown = Standing.unknown(tx.now());
        store.begin(tx, agent, unknown);
        return store.lock(tx, agent).orElse(unknown);
    }

    private Standing current(Tx tx, AgentId agent) {
        return store.lock(tx, agent).orElseGet(() -> Standing.unknown(tx.now()));
    }

    private Presence told(Tx tx, AgentId agent, Standing standing) {
        return new Presence(
                new AgentRef(agent, store.name(tx, agent)), standing.state(), standing.reason(), standing.since());
    }

    private @Nullable String checked(Tx tx, PresenceChange change) {
        return switch (change.state()) {
            case AVAILABLE, OFFLINE -> null;
            case AWAY -> reason(tx, change.reason());
            case RESERVED, ENGAGED, WRAP_UP ->
                throw new Fault.Invalid("state", "Only AVAILABLE, AWAY and OFFLINE can be chosen.");
        };
    }

    private String reason(Tx tx, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Fault.Invalid("reason", "Say why: AWAY needs a reason.");
        }
        if (!awayReasons(tx).contains(reason)) {
            throw new Fault.Invalid("reason", "This reason is not one of the tenant's.");
        }
        return reason;
    }
}
