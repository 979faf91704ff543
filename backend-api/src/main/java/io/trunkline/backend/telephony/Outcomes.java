package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.ParticipantRole;

/// What follows once it is known what became of an order to the carrier.
final class Outcomes implements CommandSender.Consequences {
    private final LegStore legs;
    private final CallLife life;
    private final FarEnd farEnd;

    Outcomes(LegStore legs, CallLife life, FarEnd farEnd) {
        this.legs = legs;
        this.life = life;
        this.farEnd = farEnd;
    }

    @Override
    public void follow(Tx tx, CarrierOrder order, Reply reply) {
        switch (order) {
            case CarrierOrder.Dial dial -> dialled(tx, dial, reply);
            case CarrierOrder.Join join -> whenGone(tx, join.leg(), reply);
            case CarrierOrder.WaitAgain again -> whenGone(tx, again.leg(), reply);
            case CarrierOrder.Forward forward -> whenGone(tx, forward.leg(), reply);
            case CarrierOrder.Hold hold -> held(tx, hold, reply);
            case CarrierOrder.Mute mute -> muted(tx, mute, reply);
            case CarrierOrder.HangUp _, CarrierOrder.StartRecording _, CarrierOrder.DeleteRecording _ -> {}
        }
    }

    private void dialled(Tx tx, CarrierOrder.Dial dial, Reply reply) {
        switch (reply) {
            case Reply.Done done -> {
                legs.named(tx, dial.leg(), new CallSid(done.sid()));
                legs.byId(tx, dial.leg()).ifPresent(leg -> life.dialled(tx, leg));
            }
            case Reply.Refused _, Reply.Gone _ -> legs.byId(tx, dial.leg()).ifPresent(leg -> notDialled(tx, leg));
            case Reply.Later _, Reply.Unclear _, Reply.NotDone _ -> {}
        }
    }

    private void notDialled(Tx tx, Leg leg) {
        legs.advance(tx, leg.id(), leg.state(), LegState.FAILED, tx.now(), "refused");
        if (leg.role() == ParticipantRole.AGENT) {
            life.lineNotAnswered(tx, leg);
        } else {
            life.contactGone(tx, leg.interactionId(), Outcome.FAILED);
        }
    }

    private void held(Tx tx, CarrierOrder.Hold hold, Reply reply) {
        switch (reply) {
            case Reply.Refused _ -> farEnd.notHeld(tx, hold);
            case Reply.Gone _ -> whenGone(tx, hold.leg(), reply);
            case Reply.Done _, Reply.Later _, Reply.Unclear _, Reply.NotDone _ -> {}
        }
    }

    private void muted(Tx tx, CarrierOrder.Mute mute, Reply reply) {
        switch (reply) {
            case Reply.Done _ -> farEnd.muted(tx, mute);
            case Reply.Refused _ -> farEnd.notMuted(tx, mute);
            case Reply.Gone _ -> farEnd.lineGone(tx, mute);
            case Reply.Later _, Reply.Unclear _, Reply.NotDone _ -> {}
        }
    }

    /// A contact's leg that the carrier no longer has is a contact who hung up, told before any notice.
    private void whenGone(Tx tx, CallSid sid, Reply reply) {
        switch (reply) {
            case Reply.Gone _ ->
                legs.bySid(tx, sid).ifPresent(leg -> {
                    legs.advance(tx, leg.id(), leg.state(), LegState.COMPLETED, tx.now(), "gone");
                    life.contactGone(tx, leg.interactionId(), Outcome.ABANDONED);
                });
            case Reply.Done _, Reply.Refused _, Reply.Later _, Reply.Unclear _, Reply.NotDone _ -> {}
        }
    }
}
