package io.trunkline.desktop.softphone;

import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.presence.Presence;
import java.util.List;

/// What offers and calls ask of the backend. Blocks; throws `BackendFailure`.
public interface SoftphoneGateway {
    /// The offer rings at this desk: heard and seen.
    void ringing(ReservationId reservation, Command command);

    void accept(ReservationId reservation, Command command);

    void decline(ReservationId reservation, Command command);

    Started call(NewCall call);

    void hold(InteractionId interaction, Switch on);

    void mute(InteractionId interaction, Switch on);

    void hangUp(InteractionId interaction, Command command);

    VoiceCredentials credentials();

    /// What other agents are doing.
    List<Presence> colleagues();

    TalkWay talkWay();

    /// Chooses it; answers with what is kept.
    TalkWay talkBy(TalkWay way);

    /// Rings the agent's own telephone or SIP address for a call they hold.
    void ringOwnLine(ReservationId reservation, Command command);

    /// Says that the agent talks by this computer's device, while the feed cannot show it.
    void talking(ReservationId reservation);
}
