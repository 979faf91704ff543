package io.trunkline.backend.telephony;

import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import io.trunkline.model.call.DirectOutcome;
import io.trunkline.model.live.DirectCallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls of agents' devices that are no interaction: colleagues among themselves, and the echo in which an agent hears
/// their own line. Both are written down; the ledger knows nothing of them.
public final class DeviceCalls {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceCalls.class);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 16;

    private final Database database;
    private final DeviceCallStore store = new DeviceCallStore();
    private final Routing routing;
    private final CarrierCommands commands;
    private final EventLog log;
    private final Duration ring;

    /// `ring` is how long a colleague is rung.
    DeviceCalls(Database database, Routing routing, CarrierCommands commands, EventLog log, Duration ring) {
        this.ring = ring;
        this.database = database;
        this.routing = routing;
        this.commands = commands;
        this.log = log;
    }

    /// What a caller meets.
    public sealed interface Met {
        /// The colleague is rung for so long, who is told this name.
        record Ringing(UUID call, String callerName, Duration ring) implements Met {}

        /// They talk, are rung, or call somebody themselves; or the caller does.
        record Busy() implements Met {}

        /// There is no such colleague.
        record Nobody() implements Met {}
    }

    /// An agent's device calls a colleague, and names the call. Both are offered nothing while it lasts, and are told
    /// what comes of it: a carrier tells their devices that it is over, not why.
    public Met call(TenantId tenant, CallSid sid, UUID id, AgentId caller, AgentId colleague) {
        return database.inTenant(tenant, tx -> {
            var name = store.name(tx, caller);
            if (name.isEmpty()
                    || caller.equals(colleague)
                    || store.name(tx, colleague).isEmpty()) {
                return new Met.Nobody();
            }
            var before = store.bySid(tx, sid);
            if (before.isPresent()) {
                return again(before.get(), name.get());
            }
            if (!store.add(tx, id, DeviceCall.Kind.COLLEAGUE, sid, caller, colleague)) {
                return new Met.Nobody();
            }
            if (!routing.occupy(tx, id, caller, colleague)) {
                store.end(tx, id, DeviceCallOutcome.BUSY, tx.now());
                tell(tx, ended(id, caller, colleague, DirectOutcome.BUSY), Audience.ofAgent(caller));
                return new Met.Busy();
            }
            LOG.info("Agent {} calls agent {}", caller, colleague);
            return new Met.Ringing(id, name.get(), ring);
        });
    }

    /// The same question again gets the same answer.
    private Met again(DeviceCall before, String name) {
        return before.endedAt() == null ? new Met.Ringing(before.id(), name, ring) : new Met.Busy();
    }

    /// An agent wants to hear themselves; empty for a stranger.
    public Optional<UUID> echo(TenantId tenant, CallSid sid, AgentId caller) {
        return database.inTenant(tenant, tx -> {
            if (store.name(tx, caller).isEmpty()) {
                return Optional.empty();
            }
            store.add(tx, Ids.next(), DeviceCall.Kind.ECHO, sid, caller, null);
            return store.bySid(tx, sid).map(DeviceCall::id);
        });
    }

    /// The call is over, as the carrier says when it asks what to do next.
    public void ended(TenantId tenant, UUID call, DeviceCallOutcome outcome) {
        database.doInTenant(tenant, tx -> store.find(tx, call).ifPresent(found -> end(tx, found, outcome, tx.now())));
    }

    /// What the agent said was recorded; it goes once they have heard it.
    public void recorded(TenantId tenant, UUID call, String recording) {
        database.doInTenant(tenant, tx -> recorded(tx, call, recording));
    }

    /// As [#recorded] above; false when there is no such call.
    public boolean recorded(Tx tx, UUID call, String recording) {
        var found = store.find(tx, call);
        if (found.isEmpty()) {
            return false;
        }
        store.recorded(tx, call, recording);
        if (found.get().endedAt() != null) {
            forget(tx, call, recording);
        }
        return true;
    }

    /// How a leg of the colleague's is. One that ends without having been answered says little: another device of
    /// theirs may have taken the call or ring on. What came of all of them is told by [#ended].
    public boolean colleague(Tx tx, UUID call, LegState state, Instant at) {
        var found = store.find(tx, call);
        found.ifPresent(known -> {
            if (state == LegState.IN_PROGRESS) {
                answered(tx, known, at);
            } else if (state == LegState.COMPLETED) {
                end(tx, known, DeviceCallOutcome.ANSWERED, at);
            }
        });
        return found.isPresent();
    }

    private void answered(Tx tx, DeviceCall call, Instant at) {
        store.answered(tx, call.id(), at);
        if (call.answeredAt() == null && call.endedAt() == null && call.calleeId() != null) {
            var happened = new DirectCallEvent.Answered(new DirectCallId(call.id()), call.callerId(), call.calleeId());
            tell(tx, happened, both(call.callerId(), call.calleeId()));
        }
    }

    /// How the caller's leg is; false when it is no call of a device.
    public boolean told(Tx tx, CallSid sid, LegState state, Instant at) {
        var found = store.bySid(tx, sid);
        found.filter(_ -> state.terminal()).ifPresent(known -> {
            var talked = known.answeredAt() != null;
            end(tx, known, talked ? DeviceCallOutcome.ANSWERED : DeviceCallOutcome.CANCELED, at);
        });
        return found.isPresent();
    }

    /// Those of the calls that are devices' own.
    public Set<String> known(Tx tx, Set<String> sids) {
        return sids.isEmpty() ? sids : store.known(tx, sids);
    }

    /// Asks the carrier about those whose end nobody has told.
    void askAll(TenantId tenant, CarrierLegs carrier) {
        var due = database.inTenant(tenant, tx -> store.unheard(tx, tx.now().minus(SILENCE), AT_ONCE));
        for (var call : due) {
            carrier.seen(tenant, new CallSid(call.callSid()))
                    .ifPresent(seen -> database.doInTenant(tenant, tx -> {
                        store.asked(tx, call.id());
                        told(tx, new CallSid(call.callSid()), seen.state(), tx.now());
                    }));
        }
    }

    private void end(Tx tx, DeviceCall call, DeviceCallOutcome outcome, Instant at) {
        var kept = call.kind() == DeviceCall.Kind.ECHO ? null : outcome;
        if (store.end(tx, call.id(), kept, at)) {
            routing.vacate(tx, call.id());
            if (call.calleeId() != null) {
                var happened = ended(call.id(), call.callerId(), call.calleeId(), rung(outcome));
                tell(tx, happened, both(call.callerId(), call.calleeId()));
            }
            if (call.recordingSid() != null) {
                forget(tx, call.id(), call.recordingSid());
            }
        }
    }

    /// Of a colleague who was rung: their device, or they, refused.
    private static DirectOutcome rung(DeviceCallOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> DirectOutcome.ANSWERED;
            case BUSY -> DirectOutcome.REJECTED;
            case NO_ANSWER -> DirectOutcome.NO_ANSWER;
            case FAILED -> DirectOutcome.FAILED;
            case CANCELED -> DirectOutcome.CANCELED;
        };
    }

    private static DirectCallEvent ended(UUID call, AgentId caller, AgentId callee, DirectOutcome outcome) {
        return new DirectCallEvent.Ended(new DirectCallId(call), caller, callee, outcome);
    }

    private static Audience both(AgentId caller, AgentId callee) {
        return Audience.ofAgent(caller).or(Audience.ofAgent(callee));
    }

    private void tell(Tx tx, DirectCallEvent happened, Audience audience) {
        log.append(tx, happened, audience);
    }

    /// Commands are kept by what they are about, which is this call.
    private void forget(Tx tx, UUID call, String recording) {
        commands.order(tx, call, new CarrierOrder.DeleteRecording(new InteractionId(call), recording));
    }
}
