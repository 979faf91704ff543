package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one call the device carries, and the direct call that may ring meanwhile.
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Duration END = Duration.ofSeconds(3);

    private final Engine engine;
    private final Microphone microphone;
    private final Consumer<VoiceEvent> listener;
    private final Runnable over;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicReference<@Nullable Leg> current = new AtomicReference<>();
    private volatile boolean rings;

    Calls(Engine engine, Microphone microphone, Consumer<VoiceEvent> listener, Runnable over, Clock clock) {
        this.engine = engine;
        this.microphone = microphone;
        this.listener = listener;
        this.over = over;
        this.clock = clock;
    }

    boolean isBusy() {
        return current.get() != null;
    }

    Leg join(ReservationId of, boolean muted) {
        return dial(Leg.of(numbers.incrementAndGet(), of, clock.instant()), params("reservation", of), muted);
    }

    Leg call(AgentId colleague, DirectCallId call) {
        return dial(direct(), params("call", call).put("colleague", colleague.toString()), false);
    }

    /// A call to oneself.
    Leg tryOut() {
        return dial(Leg.trial(numbers.incrementAndGet(), clock.instant()), params("echo", 1), false);
    }

    private Leg direct() {
        return Leg.direct(numbers.incrementAndGet(), clock.instant());
    }

    private static ObjectNode params(String name, Object value) {
        return JsonNodeFactory.instance.objectNode().put(name, value.toString());
    }

    private Leg dial(Leg leg, ObjectNode params, boolean muted) {
        begin(leg, muted);
        var about = about(leg).put("muted", muted);
        about.set("params", params);
        engine.page().call("connect", about);
        return leg;
    }

    /// Empty where nobody rings.
    Optional<Leg> accept() {
        if (!rings) {
            return Optional.empty();
        }
        rings = false;
        var leg = direct();
        begin(leg, false);
        engine.page().call("accept", about(leg));
        return Optional.of(leg);
    }

    void reject() {
        engine.page().call("reject", JsonNodeFactory.instance.objectNode());
    }

    /// Until both sides can talk; else the leg is given up.
    void await(Leg leg, Duration patience) throws InterruptedException {
        try {
            if (leg.await(patience).isEmpty()) {
                leave(leg);
                throw new VoiceFailure(0, "The carrier did not answer within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            leave(leg);
            throw e;
        }
    }

    void mute(boolean on) {
        var leg = current.get();
        if (leg != null) {
            microphone.silence(on);
            engine.page().call("mute", JsonNodeFactory.instance.objectNode().put("on", on));
            listener.accept(new VoiceEvent.Muted(on));
        }
    }

    void sendDigits(String digits) {
        engine.page().call("digits", JsonNodeFactory.instance.objectNode().put("digits", digits));
    }

    void hangUp() {
        var leg = current.get();
        if (leg != null) {
            hangUp(leg);
        }
    }

    /// This one and no other: a call that took its place goes on.
    void hangUp(Leg leg) {
        if (leg == current.get()) {
            engine.page().call("hangUp", about(leg));
            engine.lane().later(END, () -> ended(leg, EndReason.HUNG_UP, 0, "The carrier did not confirm"));
        }
    }

    /// Ends the leg as one that was lost; on the media lane.
    void breakOff(String why) {
        var leg = current.get();
        if (leg != null) {
            engine.page().call("hangUp", about(leg));
            ended(leg, EndReason.LOST, 0, why);
        }
    }

    private void begin(Leg leg, boolean muted) {
        microphone.silence(muted);
        var before = current.getAndSet(leg);
        if (before != null) {
            before.replaced();
        }
    }

    private void leave(Leg leg) {
        engine.page().call("hangUp", about(leg));
        if (current.compareAndSet(leg, null)) {
            engine.watch(false);
            over.run();
        }
    }

    private static ObjectNode about(Leg leg) {
        return JsonNodeFactory.instance.objectNode().put("leg", leg.number());
    }

    /// The sound of the call can flow. On the media lane, as all below.
    void flowing() {
        var leg = current.get();
        if (leg != null && leg.flowing()) {
            joined(leg);
        }
    }

    /// How loud both sides are now.
    void levels(double spoken, double heard) {
        var leg = current.get();
        if (leg != null && leg.isTrial()) {
            leg.voice().add(clock.instant(), spoken, heard);
        }
    }

    /// True where it was about a call.
    boolean take(JsonNode event) {
        switch (event.path("event").asText()) {
            case "incoming" -> incoming(event);
            case "incoming-over" -> incomingOver(event.path("how").asText());
            default -> {
                return ofLeg(event);
            }
        }
        return true;
    }

    private boolean ofLeg(JsonNode event) {
        var leg = current.get();
        if (leg == null || leg.number() != event.path("leg").asInt()) {
            return event.has("leg");
        }
        switch (event.path("event").asText()) {
            case "ringing" -> tell(leg, new VoiceEvent.Ringing());
            case "accepted" -> accepted(leg);
            case "reconnecting" -> tell(leg, new VoiceEvent.Reconnecting());
            case "reconnected" -> tell(leg, new VoiceEvent.Reconnected());
            case "sample" -> leg.meter().add(event).ifPresent(line -> tell(leg, line));
            case "warning" -> warning(leg, event);
            case "ended" -> ended(leg, event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void incoming(JsonNode event) {
        try {
            var from = AgentId.of(event.path("from").asText());
            var call = DirectCallId.of(event.path("call").asText());
            rings = true;
            listener.accept(new VoiceEvent.Incoming(from, event.path("name").asText(), call));
        } catch (IllegalArgumentException e) {
            LOG.warn("Somebody calls directly who is no agent", e);
            reject();
        }
    }

    private void incomingOver(String how) {
        if (rings) {
            rings = false;
            listener.accept(new VoiceEvent.IncomingOver(EndReasons.of(how, 0)));
        }
    }

    private void accepted(Leg leg) {
        if (leg.answered()) {
            joined(leg);
        }
    }

    private void tell(Leg leg, VoiceEvent event) {
        if (!leg.isTrial()) {
            listener.accept(event);
        }
    }

    private void joined(Leg leg) {
        engine.watch(true);
        tell(leg, new VoiceEvent.Connected());
        if (microphone.isSilent()) {
            tell(leg, new VoiceEvent.Muted(true));
        }
    }

    private void warning(Leg leg, JsonNode event) {
        var name = event.path("name").asText();
        var on = event.path("on").asBoolean();
        if (on) {
            leg.meter().warn(name);
        }
        tell(leg, new VoiceEvent.Warning(name, on));
    }

    private void ended(Leg leg, JsonNode event) {
        var code = event.path("code").asInt();
        var why = event.path("message").asText();
        ended(leg, EndReasons.of("disconnect", code), code, why);
    }

    private void ended(Leg leg, EndReason reason, int code, String why) {
        if (!current.compareAndSet(leg, null)) {
            return;
        }
        engine.watch(false);
        if (!leg.isJoined()) {
            leg.failed(new VoiceFailure(code, why.isEmpty() ? "The call was over before it began" : why));
        } else if (reason != EndReason.HUNG_UP) {
            leg.failed(new VoiceFailure(code, why));
        }
        leg.over();
        if (leg.isJoined()) {
            tell(leg, new VoiceEvent.Ended(reason, code == 0 ? why : code + " " + why));
            leg.meter()
                    .quality(leg.begun(), clock.instant())
                    .ifPresent(quality -> tell(leg, new VoiceEvent.Measured(leg.reservation(), quality)));
        }
        over.run();
    }
}
