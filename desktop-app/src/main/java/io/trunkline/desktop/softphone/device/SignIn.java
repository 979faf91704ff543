package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trunkline.model.call.VoiceCredentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs the device in at the carrier and keeps it signed in.
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /// The SDK's codes for a token that is not, or no longer, good.
    private static final Set<Integer> STALE =
            Set.of(20101, 20104, 20151, 20157, 31201, 31202, 31204, 31205, 31207, 51007);

    private final Engine engine;
    private final Consumer<VoiceEvent> listener;
    private final Tokens tokens;
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Duration patience;
    private volatile String lacking = "";
    private volatile boolean told;
    private boolean known;
    private String refusal = "";

    /// `patience` is how long the first sign-in may take before somebody is told that it has not come about.
    SignIn(
            Engine engine,
            Supplier<VoiceCredentials> credentials,
            Consumer<VoiceEvent> listener,
            BooleanSupplier talking,
            Clock clock,
            Duration patience) {
        this.engine = engine;
        this.patience = patience;
        this.listener = listener;
        tokens = new Tokens(credentials, clock, talking, this::take);
    }

    void begin() {
        engine.open();
        if (watched.compareAndSet(false, true)) {
            engine.lane().later(patience, this::late);
        }
        if (started.getCount() > 0) {
            tokens.renew(this::lacks);
        }
    }

    /// Until the SDK can be asked for a call.
    void await(Duration patience) throws InterruptedException {
        begin();
        if (!engine.await(patience)) {
            throw new VoiceFailure(0, "Voice did not start within " + patience.toSeconds() + " s");
        }
        if (!started.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new VoiceFailure(0, "There are no credentials to make calls with: " + lacking);
        }
    }

    void callOver() {
        tokens.callOver();
    }

    /// True where it was about signing in. On the media lane.
    boolean take(JsonNode event) {
        switch (event.path("event").asText()) {
            case "registered" -> tellRegistered(true, "");
            case "unregistered" -> tellRegistered(false, event.path("message").asText());
            case "token-ends" -> tokens.renew(this::lacks);
            case "trouble" ->
                trouble(event.path("code").asInt(), event.path("message").asText());
            default -> {
                return false;
            }
        }
        return true;
    }

    void close() {
        tokens.close();
    }

    /// Nobody may wait for a sign-in that says neither that it has come about nor why not.
    private void late() {
        if (!told) {
            var why = started.getCount() > 0 ? "Voice has not started" : "The carrier has not answered";
            LOG.warn("Not signed in after {} s: {}", patience.toSeconds(), why);
            tellRegistered(false, why + " for " + patience.toSeconds() + " s");
        }
    }

    private void tellRegistered(boolean on, String why) {
        told = true;
        if (on != known || !on) {
            known = on;
            listener.accept(on ? registered() : unregistered(why));
        }
    }

    private VoiceEvent registered() {
        LOG.info("Signed in at the carrier");
        refusal = "";
        tokens.good();
        return new VoiceEvent.Registered();
    }

    /// That the carrier hangs up on whom it has refused, and is called again, is no news.
    private VoiceEvent unregistered(String why) {
        return refusal.isEmpty() ? new VoiceEvent.Unregistered(why, false) : new VoiceEvent.Unregistered(refusal, true);
    }

    private void trouble(int code, String message) {
        LOG.info("The carrier is in trouble: {} {}", code, PageLog.clean(message));
        if (STALE.contains(code)) {
            tokens.replace(this::lacks);
            if (!known) {
                refusal = "The carrier refuses the credentials: " + code + " " + message;
                tellRegistered(false, refusal);
            }
        }
    }

    private void lacks(String why) {
        lacking = why;
        if (started.getCount() > 0) {
            told = true;
            listener.accept(new VoiceEvent.Unregistered(why, false));
        }
    }

    /// On the lane of the tokens, which may wait for the engine.
    private void take(VoiceCredentials fresh) {
        var address = fresh.signalling();
        engine.redirect(address == null ? null : URI.create(address));
        var page = engine.page();
        if (started.getCount() > 0) {
            begin(fresh, address != null);
        } else {
            page.call("token", JsonNodeFactory.instance.objectNode().put("token", fresh.token()));
        }
    }

    private void begin(VoiceCredentials fresh, boolean simulated) {
        try {
            while (!engine.await(patience)) {
                lacks("Voice has not started yet");
            }
        } catch (VoiceFailure e) {
            lacks(String.valueOf(e.getMessage()));
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        engine.page()
                .call(
                        "start",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("token", fresh.token())
                                .put("simulated", simulated)
                                .put("refreshBefore", tokens.refreshBefore(fresh)));
        engine.page().call("register", JsonNodeFactory.instance.objectNode());
        started.countDown();
    }
}
