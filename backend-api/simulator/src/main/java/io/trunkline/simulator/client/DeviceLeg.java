package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.media.Duplex;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.FarEnd;
import io.trunkline.simulator.voice.Leg;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Subscription;
import io.trunkline.simulator.webhook.Form;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A leg whose far end is a device. It speaks through whichever socket the device has now, or waits for one; its sound
/// goes on meanwhile.
final class DeviceLeg implements FarEnd {
    private final Signalling signalling;
    private final Media media;
    private final String temporary;
    private final String reconnect = Sids.next("");
    private final AtomicBoolean toldAnswer = new AtomicBoolean();
    private volatile @Nullable Device device;
    private final String identity;
    private volatile boolean muted;
    private volatile @Nullable Call call;
    private volatile boolean answeredHere;
    private volatile @Nullable String ours;
    private volatile boolean answered;

    /// @param temporary the id the device gave an outgoing call before it had a CallSid
    DeviceLeg(Signalling signalling, Device device, String temporary) {
        this.signalling = signalling;
        this.media = new Media(signalling.pace());
        this.device = device;
        this.identity = device.identity();
        this.temporary = temporary;
    }

    /// Makes the outgoing call: the application is asked, with the device's own fields.
    ///
    /// @param offer empty for a device without sound
    void call(Application application, String params, String offer) {
        var fields = Form.parse(params);
        var told = new Subscription(application.status(), Set.of("completed"));
        var extra = new Form().put("ApplicationSid", application.sid()).with(fields);
        var leg = new Leg("client:" + identity, fields.text("To"), Direction.INBOUND, null, this, told, extra);
        ours = offer.isEmpty() ? "" : null;
        var begun = signalling
                .calls()
                .begin(leg, new Source.Ask(application.voice(), application.voiceFallback(), new Form()));
        is(begun);
        tell("ringing", payload(begun));
        if (!offer.isEmpty()) {
            signalling.pace().run(() -> negotiate(begun, offer));
        }
    }

    private void negotiate(Call mine, String offer) {
        ours = media.answer(offer).orElse("");
        signalling.listens(mine);
        tellAnswer(mine);
    }

    private void is(Call mine) {
        call = mine;
        signalling.devices().keep(mine.sid(), this);
    }

    Optional<Call> call() {
        return Optional.ofNullable(call);
    }

    boolean named(String key) {
        return !temporary.isEmpty() && temporary.equals(key);
    }

    boolean belongsTo(Device other) {
        return identity.equals(other.identity());
    }

    boolean isOn(Device other) {
        return device == other;
    }

    void lost() {
        device = null;
    }

    boolean isLost() {
        return device == null;
    }

    /// The device is back on another socket, with the session it had or with another.
    void attach(Device other, String offer) {
        device = other;
        var now = call;
        if (now == null) {
            return;
        }
        if (offer.isEmpty() || media.isSession(offer)) {
            tell("answer", payload(now).put("reconnect", reconnect));
        } else {
            signalling.pace().run(() -> again(now, offer));
        }
    }

    /// The same leg by another way: the device's network changed, or it began a session anew.
    void again(Call mine, String offer) {
        var answer = payload(mine).put("reconnect", reconnect);
        media.answer(offer).ifPresent(sdp -> answer.put("sdp", sdp));
        signalling.listens(mine);
        tell("answer", answer);
    }

    void mute(boolean on) {
        muted = on;
    }

    /// @param sdp empty for a device without sound
    void answering(Call mine, String sdp) {
        answeredHere = true;
        if (!sdp.isEmpty()) {
            media.accept(sdp);
            signalling.listens(mine);
        }
    }

    @Override
    public boolean silent() {
        return muted || (isLost() && !media.alive());
    }

    @Override
    public Optional<Duplex> sound() {
        return media.sound();
    }

    @Override
    public void ring(Call ringing) {
        is(ringing);
        var to = device;
        if (to != null && to.hasSound()) {
            signalling.pace().run(() -> invite(ringing, media.offer().orElse("")));
        } else {
            invite(ringing, "");
        }
    }

    private void invite(Call ringing, String offer) {
        if (!ringing.status().ended()) {
            var payload = payload(ringing).put("sdp", offer).put("reconnect", reconnect);
            tell("invite", Messages.invite(ringing, signalling.account(), payload));
        }
    }

    @Override
    public void answered(Call now) {
        if (now.direction() == Direction.INBOUND) {
            is(now);
            answered = true;
            tellAnswer(now);
        }
    }

    /// Once the call is answered and our side of the sound is described.
    private void tellAnswer(Call mine) {
        var sdp = ours;
        if (answered && sdp != null && toldAnswer.compareAndSet(false, true)) {
            var payload = payload(mine).put("reconnect", reconnect);
            tell("answer", sdp.isEmpty() ? payload : payload.put("sdp", sdp));
        }
    }

    @Override
    public void ended(Call now) {
        var outgoing = now.direction() == Direction.INBOUND;
        var unheard = !outgoing && !answeredHere && now.status() != CallStatus.BUSY;
        var payload = outgoing ? Messages.why(now, payload(now)) : payload(now);
        tell(unheard ? "cancel" : "hangup", payload);
        signalling.devices().drop(this);
        signalling.pace().run(media::close);
    }

    void close() {
        media.close();
    }

    private void tell(String type, ObjectNode payload) {
        var to = device;
        if (to != null) {
            to.send(type, payload);
        }
    }

    private ObjectNode payload(Call about) {
        var payload = Messages.payload().put("callsid", about.sid());
        return temporary.isEmpty() ? payload : payload.put("outgoing", temporary);
    }
}
