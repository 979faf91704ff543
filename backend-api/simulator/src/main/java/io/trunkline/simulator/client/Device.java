package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.account.Alarm;
import io.trunkline.simulator.media.Peer;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.FarEnd;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One device on one socket, from `listen` to the socket's end. Its legs may live longer than it.
final class Device implements Socket.Listener {
    private static final Logger log = LoggerFactory.getLogger(Device.class);

    private final Signalling signalling;
    private final Socket socket;
    private volatile String identity = "";
    private volatile @Nullable AccessToken token;
    private volatile Alarm expiry = () -> {};
    private volatile Presence presence = Presence.UNSAID;

    Device(Signalling signalling, Socket socket) {
        this.signalling = signalling;
        this.socket = socket;
    }

    String identity() {
        return identity;
    }

    boolean reachableAs(String whom) {
        var now = token;
        return now != null && now.incoming() && now.identity().equals(whom) && presence.reachable();
    }

    /// Whether it described itself as one that can take part in a talk.
    boolean hasSound() {
        return presence == Presence.AUDIO;
    }

    /// A new leg that rings here.
    FarEnd leg() {
        return new DeviceLeg(signalling, this, "");
    }

    void send(String type, ObjectNode payload) {
        socket.send(type, payload);
    }

    @Override
    public void message(String type, JsonNode payload) {
        if (type.equals("listen")) {
            listen(payload);
        } else if (identity.isEmpty()) {
            send("error", Messages.error(20101, "listen first"));
        } else {
            take(type, payload);
        }
    }

    private void take(String type, JsonNode payload) {
        switch (type) {
            case "invite" -> invite(payload);
            case "answer" -> withCall(payload, (leg, call) -> answer(leg, call, sdp(payload)));
            case "reinvite" ->
                withCall(payload, (leg, call) -> signalling.pace().run(() -> leg.again(call, sdp(payload))));
            case "hangup" -> withCall(payload, (_, call) -> signalling.calls().hangUp(call));
            case "reject" -> withCall(payload, (_, call) -> signalling.calls().end(call, CallStatus.BUSY));
            case "dtmf" ->
                withCall(
                        payload,
                        (_, call) -> signalling
                                .calls()
                                .press(call, payload.path("dtmf").asText()));
            case "mute" ->
                withCall(
                        payload,
                        (leg, call) -> mute(leg, call, payload.path("muted").asBoolean()));
            case "register" -> register(payload.path("media").path("audio").asBoolean(false));
            case "message" -> send("ack", Messages.taken(payload));
            default -> log.debug("device of {} sent {}", identity, type);
        }
    }

    /// Only the real SDK says which browser it runs in; it registers once it is connected, and is ready then.
    private void listen(JsonNode payload) {
        try {
            var jwt = payload.path("token").asText();
            var official = payload.has("browserinfo");
            var now = signalling.pace().byTheClock();
            var granted = AccessToken.check(jwt, signalling.account(), signalling.keys(), now);
            var ttl = Duration.between(now, granted.expires());
            token = granted;
            identity = granted.identity();
            expiry.callOff();
            expiry = signalling.pace().laterByTheClock(ttl, this::expire);
            signalling.devices().connect(this);
            log.info("device of {} connected", identity);
            send("connected", Messages.connected(granted, ttl.toSeconds()));
            if (official && presence == Presence.UNSAID) {
                presence = Presence.AWAY;
            }
            if (!official) {
                send("ready", Messages.payload());
            }
        } catch (AccessToken.Refused e) {
            log.info("device refused: {}", e.code());
            send("error", Messages.error(e.code(), String.valueOf(e.getMessage())));
        }
    }

    private void register(boolean audio) {
        presence = audio ? Presence.AUDIO : Presence.AWAY;
        if (audio) {
            signalling.pace().run(Peer::prepare);
        }
        send(audio ? "ready" : "ack", Messages.payload());
    }

    private static String sdp(JsonNode payload) {
        return payload.path("sdp").asText();
    }

    /// Running calls go on; new ones need another `listen`.
    private void expire() {
        signalling.devices().disconnect(this);
        token = null;
        send("error", Messages.error(20104, "Access Token expired"));
    }

    private void invite(JsonNode payload) {
        var key = payload.path("callsid").asText();
        if (payload.hasNonNull("reconnect")) {
            signalling
                    .devices()
                    .leg(key, this)
                    .ifPresentOrElse(leg -> leg.attach(this, sdp(payload)), () -> refuse(key, 31005, "no such call"));
            return;
        }
        var application =
                Optional.ofNullable(token).flatMap(t -> signalling.numbers().applicationOrOnly(t.application()));
        if (application.isEmpty()) {
            refuse(key, 31002, "no valid token, or it names no application that exists");
        } else {
            var params = payload.path("twilio").path("params").asText();
            new DeviceLeg(signalling, this, key).call(application.get(), params, sdp(payload));
        }
    }

    private void refuse(String key, int code, String why) {
        send("hangup", Messages.error(code, why).put("callsid", key));
    }

    private void withCall(JsonNode payload, BiConsumer<DeviceLeg, Call> what) {
        signalling
                .devices()
                .leg(payload.path("callsid").asText(), this)
                .ifPresent(leg -> leg.call().ifPresent(call -> what.accept(leg, call)));
    }

    private void answer(DeviceLeg leg, Call call, String sdp) {
        leg.answering(call, sdp);
        signalling.calls().answered(call);
    }

    private void mute(DeviceLeg leg, Call call, boolean on) {
        leg.mute(on);
        signalling.microphoneChanged(call);
    }

    /// A leg does not end with its socket: it lingers, silent, and ends when nobody has come back for it.
    @Override
    public void gone() {
        log.info("device of {} disconnected", identity);
        expiry.callOff();
        signalling.devices().disconnect(this);
        for (var leg : signalling.devices().legsOf(this)) {
            leg.lost();
            leg.call().ifPresent(signalling::microphoneChanged);
            signalling.pace().later(signalling.linger(), () -> giveUp(leg));
        }
    }

    private void giveUp(DeviceLeg leg) {
        if (leg.isLost()) {
            leg.call().ifPresent(signalling.calls()::hangUp);
        }
    }
}
