package io.trunkline.backend.telephony;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.QueueId;
import org.jspecify.annotations.Nullable;

/// Something a carrier is to do, as it is kept until it is done.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CarrierOrder.Join.class, name = "join"),
    @JsonSubTypes.Type(value = CarrierOrder.WaitAgain.class, name = "waitAgain"),
    @JsonSubTypes.Type(value = CarrierOrder.Forward.class, name = "forward"),
    @JsonSubTypes.Type(value = CarrierOrder.Dial.class, name = "dial"),
    @JsonSubTypes.Type(value = CarrierOrder.Hold.class, name = "hold"),
    @JsonSubTypes.Type(value = CarrierOrder.Mute.class, name = "mute"),
    @JsonSubTypes.Type(value = CarrierOrder.HangUp.class, name = "hangUp"),
    @JsonSubTypes.Type(value = CarrierOrder.DeleteRecording.class, name = "deleteRecording"),
    @JsonSubTypes.Type(value = CarrierOrder.StartRecording.class, name = "startRecording"),
})
public sealed interface CarrierOrder {
    InteractionId interaction();

    /// Brings a leg into the interaction's conference.
    record Join(InteractionId interaction, CallSid leg) implements CarrierOrder {}

    /// Takes a leg back to wait in a queue.
    record WaitAgain(InteractionId interaction, CallSid leg, QueueId queue, String language) implements CarrierOrder {}

    /// Connects a leg with a number outside, leaving the conference.
    record Forward(InteractionId interaction, CallSid leg, String number, String callerId) implements CarrierOrder {}

    /// Calls a number, or an agent's SIP address, and brings it into the conference as a leg of ours. It rings
    /// for so many seconds, or as long as the carrier likes when that is 0. Orders of an older program do not
    /// say `muted`.
    record Dial(
            InteractionId interaction,
            LegId leg,
            String number,
            String callerId,
            int seconds,
            @Nullable Boolean muted) implements CarrierOrder {
        /// Whether the leg is not to be heard from its first moment on.
        public boolean silent() {
            return Boolean.TRUE.equals(muted);
        }
    }

    /// Holds a leg of the conference, or takes it back.
    record Hold(
            InteractionId interaction,
            CallSid leg,
            @Nullable String conference,
            boolean on,
            String language) implements CarrierOrder {}

    /// Mutes a leg of the conference, or lets it be heard again.
    record Mute(
            InteractionId interaction,
            CallSid leg,
            @Nullable String conference,
            boolean on) implements CarrierOrder {}

    record HangUp(InteractionId interaction, CallSid leg) implements CarrierOrder {}

    /// Deletes a recording that nobody keeps; it is about the call of that id, which is no interaction.
    record DeleteRecording(InteractionId interaction, String recording) implements CarrierOrder {}

    /// Begins to record a leg on two channels.
    record StartRecording(InteractionId interaction, CallSid leg) implements CarrierOrder {}
}
