package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Calls;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.FarEnd;
import io.trunkline.simulator.voice.Leg;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Subscription;
import io.trunkline.simulator.webhook.Form;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A leg whose far end is a device. It speaks through whichever socket the device has now, or waits for one.
final class DeviceLeg implements FarEnd {
    private final Devices devices;
    private final String temporary;
    private volatile @Nullable Device device;
    private final String identity;
    private volatile boolean muted;
    private volatile @Nullable Call call;
    private volatile boolean answeredHere;

    /// @param temporary the id the device gave an outgoing call before it had a CallSid
    DeviceLeg(Devices devices, Device device, String temporary) {
        this.devices = devices;
        this.device = device;
        this.identity = device.identity();
        this.temporary = temporary;
    }

    /// Makes the outgoing call: the application is asked, with the device's own fields.
    void call(Calls calls, Application application, String params) {
        var fields = Form.parse(params);
        var told = new Subscription(application.status(), Set.of("completed"));
        var extra = new Form().put("ApplicationSid", application.sid()).with(fields);
        var leg = new Leg("client:" + identity, fields.text("To"), Direction.INBOUND, null, this, told, extra);
        var begun = calls.begin(leg, new Source.Ask(application.voice(), application.voiceFallback(), new Form()));
        is(begun);
        tell("ringing", begun);
    }

    private void is(Call mine) {
        call = mine;
        devices.keep(mine.sid(), this);
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

    /// The device is back on another socket.
    void attach(Device other) {
        device = other;
        var now = call;
        if (now != null) {
            other.send("answer", payload(now).put("reconnect", "reconnect"));
        }
    }

    void mute(boolean on) {
        muted = on;
    }

    void answering() {
        answeredHere = true;
    }

    @Override
    public boolean silent() {
        return muted || isLost();
    }

    @Override
    public void ring(Call ringing) {
        is(ringing);
        var to = device;
        if (to != null) {
            to.send("invite", Messages.invite(ringing, payload(ringing)));
        }
    }

    @Override
    public void answered(Call now) {
        if (now.direction() == Direction.INBOUND) {
            is(now);
            tell("answer", now);
        }
    }

    @Override
    public void ended(Call now) {
        var unheard = now.direction() != Direction.INBOUND && !answeredHere && now.status() != CallStatus.BUSY;
        tell(unheard ? "cancel" : "hangup", now);
        devices.drop(this);
    }

    private void tell(String type, Call about) {
        var to = device;
        if (to != null) {
            to.send(type, payload(about));
        }
    }

    private ObjectNode payload(Call about) {
        var payload = Messages.payload().put("callsid", about.sid());
        return temporary.isEmpty() ? payload : payload.put("outgoing", temporary);
    }
}
