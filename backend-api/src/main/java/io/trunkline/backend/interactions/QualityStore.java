package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.AgentQuality;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.identity.AgentRef;
import java.time.Instant;
import java.util.List;

/// The table `call_quality`. A row bears the id of the command that told it, so that a repeat writes nothing.
final class QualityStore {
    private static final String ADD = """
            insert into call_quality (tenant_id, id, interaction_id, agent_id, reservation_id, leg_id, mos, lowest_mos,
                loss, jitter, highest_jitter, round_trip, highest_round_trip, samples, codec, warnings, measured_from,
                measured_until, at)
            values (:tenant, :id, :interaction, :agent, :reservation, :leg, :mos, :lowestMos, :loss, :jitter,
                :highestJitter, :roundTrip, :highestRoundTrip, :samples, :codec, :warnings, :from, :until, :now)
            on conflict do nothing""";
    private static final String OF = """
            select c.agent_id, coalesce(a.name, '') as agent_name, c.reservation_id, c.mos, c.lowest_mos, c.loss,
                c.jitter, c.highest_jitter, c.round_trip, c.highest_round_trip, c.samples, c.codec, c.warnings,
                c.measured_from, c.measured_until, c.at
            from call_quality c left join agent_name a on a.tenant_id = c.tenant_id and a.agent_id = c.agent_id
            where c.tenant_id = :tenant and c.interaction_id = :interaction order by c.measured_from, c.id""";

    public record Row(
            AgentId agentId,
            String agentName,
            ReservationId reservationId,
            double mos,
            double lowestMos,
            double loss,
            double jitter,
            double highestJitter,
            double roundTrip,
            double highestRoundTrip,
            long samples,
            String codec,
            List<String> warnings,
            Instant measuredFrom,
            Instant measuredUntil,
            Instant at) {
        AgentQuality quality() {
            var measured = new CallQuality(
                    mos,
                    lowestMos,
                    loss,
                    jitter,
                    highestJitter,
                    roundTrip,
                    highestRoundTrip,
                    samples,
                    codec,
                    warnings,
                    measuredFrom,
                    measuredUntil);
            return new AgentQuality(new AgentRef(agentId, agentName), reservationId, measured, at);
        }
    }

    void add(Tx tx, InteractionId interaction, Measured told) {
        var quality = told.quality();
        tx.handle()
                .createUpdate(ADD)
                .bind("tenant", tx.tenant())
                .bind("id", told.command())
                .bind("interaction", interaction)
                .bind("agent", told.agent())
                .bind("reservation", told.reservation())
                .bind("leg", told.leg())
                .bind("mos", quality.mos())
                .bind("lowestMos", quality.lowestMos())
                .bind("loss", quality.loss())
                .bind("jitter", quality.jitter())
                .bind("highestJitter", quality.highestJitter())
                .bind("roundTrip", quality.roundTrip())
                .bind("highestRoundTrip", quality.highestRoundTrip())
                .bind("samples", quality.samples())
                .bind("codec", quality.codec())
                .bindArray("warnings", String.class, quality.warnings())
                .bind("from", quality.from())
                .bind("until", quality.until())
                .bind("now", tx.now())
                .execute();
    }

    List<AgentQuality> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery(OF)
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Row.class)
                .map(Row::quality)
                .list();
    }
}
