package io.trunkline.backend.telephony;

import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.recordings.Recordings;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallParty;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.live.CallEvent;
import java.util.Optional;

/// The running call as desktops show it.
final class CallStates {
    private final CallStore calls;
    private final LegStore legs;
    private final Interactions interactions;
    private final Recordings recordings;
    private final CallTeller teller;

    CallStates(CallStore calls, LegStore legs, Interactions interactions, Recordings recordings, CallTeller teller) {
        this.calls = calls;
        this.legs = legs;
        this.interactions = interactions;
        this.recordings = recordings;
        this.teller = teller;
    }

    Optional<CallState> find(Tx tx, InteractionId id) {
        return interactions
                .find(tx, id)
                .flatMap(interaction -> calls.find(tx, id).map(call -> state(tx, interaction, call)));
    }

    /// Tells desktops how the call is now.
    void tell(Tx tx, InteractionId id) {
        find(tx, id).ifPresent(state -> teller.tell(tx, id, new CallEvent.Changed(state)));
    }

    /// Tells desktops that a hold, or the end of one, did not come about.
    void tellHoldRefused(Tx tx, InteractionId id, boolean on) {
        teller.tell(tx, id, new CallEvent.HoldRefused(id, on));
    }

    private CallState state(Tx tx, Interaction interaction, CallRow call) {
        var all = legs.of(tx, interaction.id());
        var live = all.stream().anyMatch(leg -> leg.role() == ParticipantRole.CONTACT && leg.live());
        var parties = all.stream()
                .filter(Leg::live)
                .map(leg -> new CallParty(
                        leg.role(),
                        name(interaction, leg),
                        leg.role() == ParticipantRole.AGENT && call.muted(),
                        leg.role() == ParticipantRole.CONTACT && call.held(),
                        leg.inConference()))
                .toList();
        return new CallState(
                interaction.id(),
                live,
                call.held(),
                call.muted(),
                recordings.running(tx, interaction.id()),
                call.agentLostAt() != null,
                parties);
    }

    private static String name(Interaction interaction, Leg leg) {
        return switch (leg.role()) {
            case CONTACT -> interaction.contact().name();
            case AGENT -> interaction.agent() == null ? "" : interaction.agent().name();
            case EXTERNAL, MONITOR, COACH, BOT -> leg.role().name();
        };
    }
}
