package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.trunkline.simulator.account.Alarm;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.Leg;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Subscription;
import io.trunkline.simulator.webhook.Form;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One device's socket, from `listen` to its end.
final class Device implements WsListener {
    private static final Logger log = LoggerFactory.getLogger(Device.class);

    private final Signalling signalling;
    private final String id = Sids.next("WS");
    private final ReentrantLock sending = new ReentrantLock();
    private final StringBuilder partial = new StringBuilder();
    private volatile @Nullable WsSession session;
    private volatile @Nullable AccessToken token;
    private volatile @Nullable Alarm expiry;

    Device(Signalling signalling) {
        this.signalling = signalling;
    }

    String identity() {
        var now = token;
        return now == null ? "" : now.identity();
    }

    boolean reachableAs(String identity) {
        var now = token;
        return now != null && now.incoming() && now.identity().equals(identity);
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        var connection = Thread.currentThread();
        signalling.pace().run(() -> watch(connection));
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        partial.append(text);
        if (!last) {
            return;
        }
        var whole = partial.toString();
        partial.setLength(0);
        if (whole.isBlank()) {
            raw("\n");
            return;
        }
        try {
            var message = Messages.read(whole);
            take(message.path("type").asText(), message.path("payload"));
        } catch (UncheckedIOException e) {
            send("error", Messages.error(31000, "not a message"));
        }
    }

    /// A socket that is cut off, not closed, calls neither `onClose` nor `onError`: only its thread ends.
    private void watch(Thread connection) {
        try {
            connection.join();
            gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String type, JsonNode payload) {
        if (type.equals("listen")) {
            listen(payload.path("token").asText());
            return;
        }
        if (token == null) {
            send("error", Messages.error(20101, "listen first"));
            return;
        }
        switch (type) {
            case "invite" -> invite(payload);
            case "answer" -> withLeg(payload, this::answer);
            case "hangup" -> withLeg(payload, this::hangUp);
            case "reject" -> withLeg(payload, leg -> end(leg, CallStatus.BUSY));
            case "dtmf" ->
                withLeg(payload, leg -> press(leg, payload.path("dtmf").asText()));
            case "mute" ->
                withLeg(payload, leg -> mute(leg, payload.path("muted").asBoolean()));
            case "register" -> send("ack", Messages.payload());
            default -> log.debug("device {} sent {}", id, type);
        }
    }

    private void listen(String jwt) {
        try {
            var granted = AccessToken.check(
                    jwt, signalling.account(), signalling.pace().now());
            token = granted;
            signalling.devices().connect(this);
            var ttl = Duration.between(signalling.pace().now(), granted.expires());
            var before = expiry;
            if (before != null) {
                before.callOff();
            }
            expiry = signalling.pace().later(ttl, this::expire);
            log.info("device {} of {} connected", id, granted.identity());
            send("connected", Messages.connected(granted, ttl.toSeconds()));
            send("ready", Messages.payload());
        } catch (AccessToken.Refused e) {
            log.info("device {} refused: {}", id, e.code());
            send("error", Messages.error(e.code(), String.valueOf(e.getMessage())));
        }
    }

    /// Calls go on without a valid token; new ones need another `listen`.
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
                    .ifPresentOrElse(leg -> leg.attach(this), () -> refuse(key, 31005, "no such call"));
            return;
        }
        var now = token;
        var application = now == null
                ? Optional.<Application>empty()
                : signalling.numbers().applicationOrOnly(now.application());
        if (application.isEmpty()) {
            refuse(key, 31002, "the token names no application that exists");
            return;
        }
        var fields = Form.parse(payload.path("twilio").path("params").asText());
        call(key, application.get(), fields);
    }

    private void call(String key, Application application, Form fields) {
        var far = new DeviceLeg(signalling.devices(), this, key);
        var told = new Subscription(application.status(), Set.of("completed"));
        var extra = new Form().put("ApplicationSid", application.sid()).with(fields);
        var leg = new Leg("client:" + identity(), fields.text("To"), Direction.INBOUND, null, far, told, extra);
        far.is(signalling
                .calls()
                .begin(leg, new Source.Ask(application.voice(), application.voiceFallback(), new Form())));
    }

    private void refuse(String key, int code, String why) {
        send("hangup", Messages.error(code, why).put("callsid", key));
    }

    private void withLeg(JsonNode payload, Consumer<DeviceLeg> what) {
        signalling.devices().leg(payload.path("callsid").asText(), this).ifPresent(what);
    }

    private void answer(DeviceLeg leg) {
        leg.answering();
        var call = leg.call();
        if (call != null) {
            signalling.calls().answered(call);
        }
    }

    private void hangUp(DeviceLeg leg) {
        var call = leg.call();
        if (call != null) {
            signalling.calls().hangUp(call);
        }
    }

    private void end(DeviceLeg leg, CallStatus how) {
        var call = leg.call();
        if (call != null) {
            signalling.calls().end(call, how);
        }
    }

    private void press(DeviceLeg leg, String keys) {
        var call = leg.call();
        if (call != null) {
            signalling.calls().press(call, keys);
        }
    }

    private void mute(DeviceLeg leg, boolean on) {
        leg.mute(on);
        changed(leg.call());
    }

    private void changed(@Nullable Call call) {
        if (call != null) {
            signalling.microphoneChanged(call);
        }
    }

    @Override
    public void onClose(WsSession closed, int status, String reason) {
        gone();
    }

    @Override
    public void onError(WsSession failed, Throwable cause) {
        gone();
    }

    /// A leg does not end with its socket: it lingers, silent, and ends when nobody has come back for it.
    private void gone() {
        if (session == null) {
            return;
        }
        session = null;
        log.info("device {} of {} disconnected", id, identity());
        signalling.devices().disconnect(this);
        for (var leg : signalling.devices().legsOf(this)) {
            leg.lost();
            changed(leg.call());
            signalling.pace().later(signalling.linger(), () -> giveUp(leg));
        }
        var timer = expiry;
        if (timer != null) {
            timer.callOff();
        }
    }

    private void giveUp(DeviceLeg leg) {
        if (leg.isLost()) {
            hangUp(leg);
        }
    }

    void send(String type, ObjectNode payload) {
        raw(Messages.write(type, payload));
    }

    private void raw(String text) {
        var to = session;
        if (to == null) {
            return;
        }
        sending.lock();
        try {
            to.send(text, true);
        } catch (RuntimeException e) {
            log.info("device {} cannot be reached: {}", id, e.getMessage());
            signalling.pace().run(this::gone);
        } finally {
            sending.unlock();
        }
    }
}
