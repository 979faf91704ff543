package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.FarEnd;
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

    /// An outgoing call got its CallSid.
    void is(Call begun) {
        call = begun;
        devices.keep(begun.sid(), this);
        if (!begun.status().ended()) {
            tell("ringing", begun);
        }
    }

    @Nullable
    Call call() {
        return call;
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
        call = ringing;
        devices.keep(ringing.sid(), this);
        var to = device;
        if (to != null) {
            to.send("invite", Messages.invite(ringing, payload(ringing)));
        }
    }

    @Override
    public void answered(Call now) {
        if (now.direction() == Direction.INBOUND) {
            call = now;
            devices.keep(now.sid(), this);
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
