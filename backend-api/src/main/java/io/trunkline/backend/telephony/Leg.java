package io.trunkline.backend.telephony;

import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.ParticipantRole;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A carrier's connection to somebody in a call. One that we are still dialling has no `callSid` yet.
record Leg(
        LegId id,
        InteractionId interactionId,
        @Nullable ReservationId reservationId,
        ParticipantRole role,
        @Nullable String callSid,
        Direction direction,
        LegState state,
        boolean inConference,
        long conferenceSequence,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {
    boolean live() {
        return !state.terminal();
    }

    /// Of an agent: a device that called in, where others are phones that we dialled.
    boolean device() {
        return role == ParticipantRole.AGENT && direction == Direction.INBOUND;
    }

    /// The carrier's name of a leg that has one.
    CallSid sid() {
        return new CallSid(Objects.requireNonNull(callSid, "the leg is not placed yet"));
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservationId);
    }
}
