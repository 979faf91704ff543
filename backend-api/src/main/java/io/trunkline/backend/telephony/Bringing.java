package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.Direction;
import io.trunkline.model.interaction.Reservation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Brings the contact to the agent whose leg is there, by whatever way they talk. Asked again, nothing happens twice.
final class Bringing {
    private final CarrierCommands commands;

    Bringing(CarrierCommands commands) {
        this.commands = commands;
    }

    /// The orders go out with [CarrierCommands#answered].
    void bring(Tx tx, CallRow call, Leg contact, Reservation reservation) {
        var id = call.interactionId();
        if (contact.callSid() != null) {
            // Whoever this agent dialled comes by themselves; a leg that comes back finds the order of the first one.
            if (!reservation.id().equals(contact.reservationId())) {
                var sid = contact.sid();
                commands.orderBehindAnswer(tx, named(reservation, "join"), new CarrierOrder.Join(id, sid));
                commands.orderBehindAnswer(
                        tx, AgentLegs.named(contact, "record"), new CarrierOrder.StartRecording(id, sid));
            }
        } else if (reservation.direction() == Direction.OUTBOUND
                && reservation.contact().address() != null) {
            var number = reservation.contact().address();
            commands.orderBehindAnswer(
                    tx,
                    AgentLegs.named(contact, "dial"),
                    new CarrierOrder.Dial(id, contact.id(), number, String.valueOf(call.ourNumber()), 0, false));
        }
    }

    private static UUID named(Reservation reservation, String what) {
        return UUID.nameUUIDFromBytes((reservation.id() + what).getBytes(StandardCharsets.UTF_8));
    }
}
