package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The voice device as the FX thread sees it. Joins again by itself when the line breaks, silent if it was silent.
///
/// What the agent wants and what the device does are kept apart: [#muted()] is what the device told of its own track.
final class Voice {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration REMARKED = Duration.ofSeconds(4);
    private static final int ATTEMPTS = 5;

    enum State {
        APART,
        JOINING,
        JOINED,
        BROKEN,
        FAILED,
        /// Out of a call that may go on, until the agent asks to join it again.
        OUT
    }

    private final Work work;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.APART);
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
    private VoiceDevice device;
    private VoiceDevice next;
    private boolean rings;
    private boolean nextRings;
    private boolean wanted;
    private @Nullable ReservationId reservation;
    private Running joining = Running.ENDED;
    private Subscription patience = Subscription.EMPTY;
    private Subscription remark = Subscription.EMPTY;
    private boolean waiting;
    private boolean connected;
    private VoiceEvent.@Nullable Ended over;
    private boolean tellsItself;
    private boolean ending;
    private BooleanSupplier elsewhere = () -> false;
    private int attempts;

    Voice(VoiceDevice device, Work work, Ticker ticker) {
        this.device = device;
        this.next = device;
        this.work = work;
        this.ticker = ticker;
    }

    /// Talks through another device from the next call on. One that `rings` somebody's telephone is not tried again by
    /// itself: nobody is rung who has just not answered.
    void use(VoiceDevice other, boolean rings) {
        next = other;
        nextRings = rings;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the agent's own track is silent, as the device says.
    ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    /// For a moment after the line was broken.
    ReadOnlyBooleanProperty back() {
        return back.getReadOnlyProperty();
    }

    /// Whether joining rings a telephone somebody has to pick up.
    boolean rings() {
        return rings;
    }

    /// What the agent wants, whether or not the device has told of it yet.
    boolean wantsMute() {
        return wanted;
    }

    boolean isJoining() {
        return state.get() == State.JOINING || state.get() == State.JOINED;
    }

    /// `silent` is how the agent was before this program ran; a call it is in already stays as it is.
    void join(ReservationId of, boolean silent) {
        if (of.equals(reservation) && state.get() == State.JOINING) {
            return;
        }
        if (!of.equals(reservation)) {
            device = next;
            rings = nextRings;
            wanted = silent;
            muted.set(silent);
            attempts = 0;
        }
        reservation = of;
        ending = false;
        connected = false;
        over = null;
        state.set(State.JOINING);
        stopWaiting();
        var through = device;
        var quiet = wanted;
        joining = work.run(
                () -> {
                    through.connect(of, quiet);
                    return of;
                },
                this::joined,
                e -> failed(of, e));
    }

    void leave() {
        reservation = null;
        joining.cancel();
        stopWaiting();
        device.hangUp();
        state.set(State.APART);
        wanted = false;
        muted.set(false);
    }

    /// Nobody tells any more that a call is over: where the device says that it has ended in the ordinary way, it has.
    void tellsItself(boolean now) {
        tellsItself = now;
    }

    /// Of a telephone only what was told of it counts: a mute that it did not get is asked for again, not undone.
    void toggleMute() {
        mute(!(rings ? muted.get() : wanted));
    }

    void mute(boolean on) {
        wanted = on;
        device.mute(on);
    }

    /// `elsewhere` says whether the agent is in the call by another leg than this device's, which has ended.
    void stayOutIf(BooleanSupplier elsewhere) {
        this.elsewhere = elsewhere;
    }

    /// The agent ends the call: from now on voice does not come back into it by itself.
    void end() {
        ending = true;
    }

    /// Takes the agent out of a call that may go on.
    void stayOut() {
        joining.cancel();
        stopWaiting();
        attempts = 0;
        state.set(State.OUT);
        device.hangUp();
    }

    void sendDigits(String digits) {
        device.sendDigits(digits);
    }

    /// What the device told since the last frame.
    void take(List<VoiceEvent> events) {
        for (var event : events) {
            switch (event) {
                case VoiceEvent.Reconnected _ -> become(State.BROKEN, State.JOINED);
                case VoiceEvent.Reconnecting _ -> become(State.JOINED, State.BROKEN);
                case VoiceEvent.Muted(var on) -> muted.set(on);
                case VoiceEvent.Connected _ -> connected = state.get() == State.JOINING;
                case VoiceEvent.Ended end -> ended(end);
                case VoiceEvent.Ringing _ -> {}
                case VoiceEvent.Registered _, VoiceEvent.Unregistered _ -> {}
                case VoiceEvent.Incoming _, VoiceEvent.IncomingOver _ -> {}
                case VoiceEvent.Line _, VoiceEvent.Warning _, VoiceEvent.Levels _, VoiceEvent.Measured _ -> {}
                case VoiceEvent.SoundChanged _, VoiceEvent.FellBack _ -> {}
                case VoiceEvent.SoundLost _, VoiceEvent.SoundBack _ -> {}
            }
        }
    }

    private void become(State from, State to) {
        if (reservation != null && state.get() == from) {
            state.set(to);
            if (to == State.JOINED) {
                remark();
            }
        }
    }

    private void remark() {
        back.set(true);
        var until = ticker.now().plus(REMARKED);
        remark.unsubscribe();
        remark = ticker.every(now -> {
            if (now.isAfter(until)) {
                remark.unsubscribe();
                back.set(false);
            }
        });
    }

    private void stopWaiting() {
        patience.unsubscribe();
        waiting = false;
    }

    /// The agent may have pressed the button while the device was joining.
    private void joined(ReservationId of) {
        if (of.equals(reservation)) {
            var again = attempts > 0;
            attempts = 0;
            state.set(State.JOINED);
            device.mute(wanted);
            if (again) {
                remark();
            }
            if (over != null) {
                ended(over);
            }
        }
    }

    private void failed(ReservationId of, Exception e) {
        LOG.warn("Voice could not join the call of reservation {}", of, e);
        if (of.equals(reservation)) {
            tryAgain(State.BROKEN);
        }
    }

    /// The call of the reservation may go on without us: the feed tells when it ends. A leg may have connected and
    /// ended before it has come back here that it joined.
    private void ended(VoiceEvent.Ended end) {
        var broken = state.get() == State.BROKEN && !waiting;
        if (reservation != null && (state.get() == State.JOINED || broken)) {
            LOG.info("Voice has ended: {} {}", end.reason(), end.why());
            if (tellsItself && end.reason() == EndReason.HUNG_UP) {
                leave();
                return;
            }
            tryAgain(end.reason() == EndReason.HUNG_UP ? State.JOINED : State.BROKEN);
        } else if (state.get() == State.JOINING && connected) {
            over = end;
        }
    }

    /// `meanwhile` is what is shown: an ordinary end is most often that of the call, of which the feed tells in a
    /// moment. Or another desk of the agent has taken the call over: it is not taken back.
    private void tryAgain(State meanwhile) {
        if (rings || ++attempts > ATTEMPTS) {
            state.set(State.FAILED);
            return;
        }
        state.set(meanwhile);
        var then = ticker.now().plus(AGAIN);
        patience.unsubscribe();
        waiting = true;
        patience = ticker.every(now -> {
            var again = reservation;
            if (now.isAfter(then) && again != null) {
                if (ending || (meanwhile == State.JOINED && elsewhere.getAsBoolean())) {
                    stayOut();
                } else {
                    join(again, wanted);
                }
            }
        });
    }
}
