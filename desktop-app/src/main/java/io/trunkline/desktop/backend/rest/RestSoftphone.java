package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.softphone.SoftphoneGateway;
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

/// Offers and calls over REST.
public final class RestSoftphone implements SoftphoneGateway {
    private final Api api;

    public RestSoftphone(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public void ringing(ReservationId reservation, Command command) {
        Answers.done(api.ringing(reservation, command));
    }

    @Override
    public void accept(ReservationId reservation, Command command) {
        Answers.done(api.accept(reservation, command));
    }

    @Override
    public void decline(ReservationId reservation, Command command) {
        Answers.done(api.decline(reservation, command));
    }

    @Override
    public Started call(NewCall call) {
        return Answers.of(api.call(call));
    }

    @Override
    public void hold(InteractionId interaction, Switch on) {
        Answers.done(api.hold(interaction, on));
    }

    @Override
    public void mute(InteractionId interaction, Switch on) {
        Answers.done(api.mute(interaction, on));
    }

    @Override
    public void hangUp(InteractionId interaction, Command command) {
        Answers.done(api.hangUp(interaction, command));
    }

    @Override
    public VoiceCredentials credentials() {
        return Answers.of(api.voiceCredentials());
    }

    @Override
    public List<Presence> colleagues() {
        return Answers.of(api.presences());
    }

    @Override
    public TalkWay talkWay() {
        return Answers.of(api.talkWay());
    }

    @Override
    public TalkWay talkBy(TalkWay way) {
        return Answers.of(api.change(way));
    }

    @Override
    public void ringOwnLine(ReservationId reservation, Command command) {
        Answers.done(api.dial(reservation, command));
    }

    @Override
    public void talking(ReservationId reservation) {
        Answers.done(api.talking(reservation));
    }
}
