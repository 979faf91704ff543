package io.trunkline.model.live;

import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.presence.Presence;
import java.util.List;

/// All an agent's desktop shows, as of `seq`; read at sign-in and after [LiveFrame.Resync].
public record DeskSnapshot(
        long seq,
        Presence presence,
        List<Reservation> reservations,
        List<Interaction> interactions,
        List<MessageThread> threads,
        List<CallState> calls,
        List<String> awayReasons) {
    public DeskSnapshot {
        reservations = List.copyOf(reservations);
        interactions = List.copyOf(interactions);
        threads = List.copyOf(threads);
        calls = List.copyOf(calls);
        awayReasons = List.copyOf(awayReasons);
    }
}
