package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Desktops that die in a call. Their legs live on at the carrier for a while, with nobody there: the contact is held
/// with comfort audio until the desktop is back, with the same leg or another.
///
/// A desktop whose feed alone is broken goes on saying that it talks, and is left alone. Only a desktop that was seen
/// to go counts; this program's own stopping and starting is nobody's loss. A feed that comes back ends no comfort: it
/// may be that of a desktop which was started again and has no voice yet. The desktop's word does, or its new leg.
final class DeskLoss {
    private final Database database;
    private final CallStore calls;
    private final LegStore legs;
    private final CallLife life;
    private final Clock clock;
    private final Duration after;

    DeskLoss(Database database, CallStore calls, LegStore legs, CallLife life, Clock clock, Duration after) {
        this.database = database;
        this.calls = calls;
        this.legs = legs;
        this.life = life;
        this.clock = clock;
        this.after = after;
    }

    /// Holds the contacts of those who have been gone for too long.
    void lookAfter(TenantId tenant) {
        var before = clock.instant().minus(after);
        var lost = database.inTenant(tenant, tx -> legs.deskless(tx, before));
        for (var leg : lost) {
            database.doInTenant(tenant, tx -> silent(tx, leg, before));
        }
    }

    /// Looked at again once nobody else can change the call: they may have come back meanwhile.
    private void silent(Tx tx, LegId id, Instant before) {
        legs.byId(tx, id).ifPresent(leg -> {
            calls.lock(tx, leg.interactionId());
            if (legs.deskless(tx, before).contains(id)) {
                life.agentSilent(tx, leg);
            }
        });
    }

    /// The desktop says that it talks, though its feed is broken: a desktop that died says nothing.
    void heard(Tx tx, AgentId agent, ReservationId call) {
        var mine = legs.ofDevice(tx, agent).stream()
                .filter(leg -> leg.reservation().filter(call::equals).isPresent())
                .toList();
        if (mine.isEmpty()) {
            throw new Fault.Conflict("Your device is not in this call.");
        }
        for (var leg : mine) {
            legs.heard(tx, leg.id());
            calls.lock(tx, leg.interactionId())
                    .filter(row -> row.agentLostAt() != null)
                    .ifPresent(row -> life.agentBack(tx, row));
        }
    }
}
