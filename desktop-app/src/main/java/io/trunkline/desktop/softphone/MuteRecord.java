package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.Refresher;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Failures;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.Switch;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.value.WritableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the backend write down whether the agent wants to be silent: one record after another, so that the last it takes
/// is what was pressed last. One that did not reach it is made again a little later, as things are by then. A
/// mute is kept here as well, in case the program is killed first.
final class MuteRecord {
    private static final Logger LOG = LoggerFactory.getLogger(MuteRecord.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private record Wish(InteractionId call, boolean on) {}

    private final SoftphoneGateway gateway;
    private final Voice voice;
    private final Ticker ticker;
    private final WritableValue<@Nullable Trouble> problem;
    private final KeptMute keptMute;
    private final Refresher<InteractionId> records;
    private final Refresher<Optional<Wish>> kept;
    private Optional<InteractionId> last = Optional.empty();
    private Subscription patience = Subscription.EMPTY;

    MuteRecord(
            SoftphoneGateway gateway,
            Voice voice,
            KeptMute keptMute,
            Work work,
            Ticker ticker,
            WritableValue<@Nullable Trouble> problem) {
        this.gateway = gateway;
        this.voice = voice;
        this.keptMute = keptMute;
        this.ticker = ticker;
        this.problem = problem;
        records = new Refresher<>(work, _ -> made(), this::failed);
        kept = new Refresher<>(work, this::send, this::notKept);
    }

    void make(InteractionId call) {
        last = Optional.of(call);
        var on = voice.wantsMute();
        keep(on && !voice.rings() ? last : Optional.empty(), Optional.of(new Wish(call, on)));
    }

    /// Whether the agent was silent here in this call, also in a run before this one.
    boolean isKept(InteractionId call) {
        return keptMute.isIn(call);
    }

    /// The call is over.
    void over() {
        drop();
        keep(Optional.empty(), Optional.empty());
    }

    void drop() {
        last = Optional.empty();
        patience.unsubscribe();
        records.cancel();
    }

    /// Before the backend: a program that is killed after the backend knows comes back as the backend says.
    private void keep(Optional<InteractionId> silent, Optional<Wish> then) {
        kept.ask(() -> {
            keptMute.keep(silent);
            return then;
        });
    }

    private void notKept(Exception e) {
        LOG.warn("That the agent is silent, or heard again, is not kept here", e);
        send(last.map(call -> new Wish(call, voice.wantsMute())));
    }

    private void send(Optional<Wish> wish) {
        wish.filter(now -> last.equals(Optional.of(now.call())))
                .ifPresent(now -> records.ask(() -> {
                    gateway.mute(now.call(), new Switch(CommandIds.next(), now.on()));
                    return now.call();
                }));
    }

    private void made() {
        patience.unsubscribe();
        problem.setValue(null);
    }

    /// A telephone is silenced by its record: not when its holder has long gone on to talk.
    private void failed(Exception e) {
        problem.setValue(Failures.trouble("softphone.mute.failed", e));
        patience.unsubscribe();
        if (e instanceof BackendFailure.Unreachable && !voice.rings()) {
            var then = ticker.now().plus(AGAIN);
            patience = ticker.every(now -> {
                if (now.isAfter(then)) {
                    patience.unsubscribe();
                    last.ifPresent(this::make);
                }
            });
        }
    }
}
