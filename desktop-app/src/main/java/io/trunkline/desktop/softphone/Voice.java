package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.Quality;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The voice device as the FX thread sees it. Joins again by itself when the line breaks, silent if it was silent.
final class Voice {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    enum State {
        APART,
        JOINING,
        JOINED,
        BROKEN,
        FAILED
    }

    private final VoiceDevice device;
    private final Work work;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.APART);
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Quality> quality = new ReadOnlyObjectWrapper<>(Quality.GOOD);
    private @Nullable ReservationId reservation;
    private Running joining = Running.ENDED;
    private Subscription patience = Subscription.EMPTY;
    private int attempts;

    Voice(VoiceDevice device, Work work, Ticker ticker) {
        this.device = device;
        this.work = work;
        this.ticker = ticker;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Quality> quality() {
        return quality.getReadOnlyProperty();
    }

    boolean isJoining() {
        return state.get() == State.JOINING || state.get() == State.JOINED;
    }

    void join(ReservationId of) {
        if (of.equals(reservation) && state.get() == State.JOINING) {
            return;
        }
        if (!of.equals(reservation)) {
            muted.set(false);
            attempts = 0;
        }
        reservation = of;
        state.set(State.JOINING);
        patience.unsubscribe();
        var silent = muted.get();
        joining = work.run(
                () -> {
                    device.connect(of, silent);
                    return of;
                },
                this::joined,
                e -> failed(of, e));
    }

    void leave() {
        reservation = null;
        joining.cancel();
        patience.unsubscribe();
        device.hangUp();
        state.set(State.APART);
        muted.set(false);
    }

    void mute(boolean on) {
        muted.set(on);
        device.mute(on);
    }

    void hangUp() {
        device.hangUp();
    }

    void sendDigits(String digits) {
        device.sendDigits(digits);
    }

    /// What the device told since the last frame.
    void take(List<VoiceEvent> events) {
        for (var event : events) {
            switch (event) {
                case VoiceEvent.Ringing _, VoiceEvent.Connected _ -> {}
                case VoiceEvent.Registered _, VoiceEvent.Unregistered _ -> {}
                case VoiceEvent.Incoming _, VoiceEvent.IncomingOver _ -> {}
                case VoiceEvent.Warning _, VoiceEvent.Levels _, VoiceEvent.Measured _ -> {}
                case VoiceEvent.SoundChanged _, VoiceEvent.FellBack _ -> {}
                case VoiceEvent.Reconnected _ -> state.set(State.JOINED);
                case VoiceEvent.Muted(var on) -> muted.set(on);
                case VoiceEvent.Line(var how, var _) -> quality.set(how);
                case VoiceEvent.Reconnecting _ -> state.set(State.BROKEN);
                case VoiceEvent.Ended(var reason, var why) -> ended(reason, why);
            }
        }
    }

    private void joined(ReservationId of) {
        if (of.equals(reservation)) {
            attempts = 0;
            state.set(State.JOINED);
            device.mute(muted.get());
        }
    }

    private void failed(ReservationId of, Exception e) {
        LOG.warn("Voice could not join the call of reservation {}", of, e);
        if (of.equals(reservation)) {
            tryAgain(State.BROKEN);
        }
    }

    /// The call of the reservation may go on without us: the feed tells when it ends.
    private void ended(EndReason reason, String why) {
        if (reservation != null && state.get() == State.JOINED) {
            LOG.info("Voice has ended: {}", why);
            tryAgain(reason == EndReason.HUNG_UP ? State.JOINED : State.BROKEN);
        }
    }

    /// `meanwhile` is what is shown: an ordinary end is most often that of the call, of which the feed tells in a
    /// moment.
    private void tryAgain(State meanwhile) {
        if (++attempts > ATTEMPTS) {
            state.set(State.FAILED);
            return;
        }
        state.set(meanwhile);
        var then = ticker.now().plus(AGAIN);
        patience.unsubscribe();
        patience = ticker.every(now -> {
            var wanted = reservation;
            if (now.isAfter(then) && wanted != null) {
                patience.unsubscribe();
                join(wanted);
            }
        });
    }
}
