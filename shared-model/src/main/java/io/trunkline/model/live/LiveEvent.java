package io.trunkline.model.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Something that happened, as it is appended to the log and told to desktops.
///
/// The names in this list stand in the database for years: they are added to, never changed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = LiveEvent.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = InteractionEvent.Opened.class, name = "InteractionOpened"),
    @JsonSubTypes.Type(value = InteractionEvent.Queued.class, name = "InteractionQueued"),
    @JsonSubTypes.Type(value = InteractionEvent.Answered.class, name = "InteractionAnswered"),
    @JsonSubTypes.Type(value = InteractionEvent.Transferred.class, name = "InteractionTransferred"),
    @JsonSubTypes.Type(value = InteractionEvent.Ended.class, name = "InteractionEnded"),
    @JsonSubTypes.Type(value = InteractionEvent.Completed.class, name = "InteractionCompleted"),
    @JsonSubTypes.Type(value = NoteEvent.Added.class, name = "NoteAdded"),
    @JsonSubTypes.Type(value = ReservationEvent.Offered.class, name = "ReservationOffered"),
    @JsonSubTypes.Type(value = ReservationEvent.Accepted.class, name = "ReservationAccepted"),
    @JsonSubTypes.Type(value = ReservationEvent.Declined.class, name = "ReservationDeclined"),
    @JsonSubTypes.Type(value = ReservationEvent.Expired.class, name = "ReservationExpired"),
    @JsonSubTypes.Type(value = ReservationEvent.NotRinging.class, name = "ReservationNotRinging"),
    @JsonSubTypes.Type(value = ReservationEvent.Withdrawn.class, name = "ReservationWithdrawn"),
    @JsonSubTypes.Type(value = ReservationEvent.Wrapping.class, name = "ReservationWrapping"),
    @JsonSubTypes.Type(value = ReservationEvent.Completed.class, name = "ReservationCompleted"),
    @JsonSubTypes.Type(value = PresenceEvent.Changed.class, name = "PresenceChanged"),
    @JsonSubTypes.Type(value = CallEvent.Changed.class, name = "CallChanged"),
    @JsonSubTypes.Type(value = CallEvent.HoldRefused.class, name = "CallHoldRefused"),
    @JsonSubTypes.Type(value = DirectCallEvent.Answered.class, name = "DirectCallAnswered"),
    @JsonSubTypes.Type(value = DirectCallEvent.Ended.class, name = "DirectCallEnded"),
    @JsonSubTypes.Type(value = MessageEvent.Added.class, name = "MessageAdded"),
    @JsonSubTypes.Type(value = MessageEvent.StateChanged.class, name = "MessageStateChanged"),
    @JsonSubTypes.Type(value = MessageEvent.ThreadChanged.class, name = "ThreadChanged"),
    @JsonSubTypes.Type(value = QueueEvent.Changed.class, name = "QueueChanged"),
    @JsonSubTypes.Type(value = QueueEvent.MembershipChanged.class, name = "MembershipChanged"),
    @JsonSubTypes.Type(value = RecordingEvent.Stored.class, name = "RecordingStored"),
})
public sealed interface LiveEvent
        permits InteractionEvent,
                NoteEvent,
                ReservationEvent,
                PresenceEvent,
                CallEvent,
                DirectCallEvent,
                MessageEvent,
                QueueEvent,
                RecordingEvent,
                LiveEvent.Unknown {

    /// A type this program does not know yet; skipped, never an error.
    record Unknown() implements LiveEvent {}
}
