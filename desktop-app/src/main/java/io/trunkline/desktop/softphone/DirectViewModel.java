package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.VoiceFailure;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.call.DirectOutcome;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.live.DirectCallEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Calls between colleagues, device to device: no queue, no contact, no ledger. Work goes first: a colleague's call
/// neither begins during a contact's nor keeps one waiting.
final class DirectViewModel {
    /// What a direct call does now.
    sealed interface State {
        record None() implements State {}

        record Calling(AgentRef colleague) implements State {}

        record Rung(AgentRef colleague) implements State {}

        record Talking(AgentRef colleague, Instant since) implements State {}
    }

    private final VoiceDevice device;
    private final Bell bell;
    private final Work work;
    private final Ticker ticker;
    private final BooleanSupplier inCall;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private Running joining = Running.ENDED;
    private @Nullable About about;

    /// The call whose end the backend may still explain; `rung` where it came here. `known` is what came of it, once
    /// that is told before the device has said whether it was this one that took it; `gone` is why it rings no
    /// more, as the device tells.
    private record About(
            DirectCallId call,
            AgentRef colleague,
            boolean rung,
            @Nullable DirectOutcome known,
            @Nullable EndReason gone) {
        About(DirectCallId call, AgentRef colleague, boolean rung) {
            this(call, colleague, rung, null, null);
        }

        About knowing(DirectOutcome what) {
            return new About(call, colleague, rung, what, gone);
        }

        About gone(EndReason why) {
            return new About(call, colleague, rung, known, why);
        }
    }

    /// `inCall` says whether the agent talks to a contact.
    DirectViewModel(VoiceDevice device, Bell bell, Work work, Ticker ticker, BooleanSupplier inCall) {
        this.device = device;
        this.bell = bell;
        this.work = work;
        this.ticker = ticker;
        this.inCall = inCall;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// How the last one ended, or why one cannot be; empty where nothing need be said.
    ReadOnlyStringProperty word() {
        return word.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty muted() {
        return muted.getReadOnlyProperty();
    }

    Ticker ticker() {
        return ticker;
    }

    void call(AgentRef colleague) {
        if (inCall.getAsBoolean() || !(state.get() instanceof State.None)) {
            word.set(Text.of("softphone.direct.busy"));
            return;
        }
        var call = new DirectCallId(CommandIds.next().value());
        about = new About(call, colleague, false);
        begin(new State.Calling(colleague));
        joining = work.run(
                () -> {
                    device.call(colleague.id(), call);
                    return colleague;
                },
                this::talk,
                e -> failed(colleague, e));
    }

    void accept() {
        if (state.get() instanceof State.Rung(var colleague)) {
            begin(new State.Calling(colleague));
            joining = work.run(
                    () -> {
                        device.accept();
                        return colleague;
                    },
                    this::talk,
                    e -> failed(colleague, e));
        }
    }

    void reject() {
        if (state.get() instanceof State.Rung) {
            about = null;
            become(new State.None());
            device.reject();
        }
    }

    void end() {
        if (isOn()) {
            about = null;
            giveUp();
        }
    }

    private void giveUp() {
        joining.cancel();
        become(new State.None());
        device.hangUp();
    }

    /// Makes way for a contact's call.
    void leave() {
        reject();
        end();
    }

    void toggleMute() {
        device.mute(!muted.get());
    }

    void forgetWord() {
        word.set("");
    }

    void take(List<VoiceEvent> events) {
        for (var event : events) {
            switch (event) {
                case VoiceEvent.Incoming(var from, var name, var call) -> rung(new AgentRef(from, name), call);
                case VoiceEvent.IncomingOver(var why) -> missed(why);
                case VoiceEvent.Ended(var why, var _) -> ended(why);
                case VoiceEvent.Muted(var on) -> muted.set(on && isOn());
                case VoiceEvent.Registered _, VoiceEvent.Unregistered _ -> {}
                case VoiceEvent.Ringing _, VoiceEvent.Connected _ -> {}
                case VoiceEvent.Line _, VoiceEvent.Warning _, VoiceEvent.Levels _, VoiceEvent.Measured _ -> {}
                case VoiceEvent.Reconnecting _, VoiceEvent.Reconnected _ -> {}
                case VoiceEvent.SoundChanged _, VoiceEvent.FellBack _ -> {}
                case VoiceEvent.SoundLost _, VoiceEvent.SoundBack _ -> {}
            }
        }
    }

    /// What the backend knows of the latest call, where the device was only told that it is over; before or after the
    /// device tells.
    void told(DirectCallEvent event) {
        var now = about;
        if (now != null && now.call.equals(event.call())) {
            switch (event) {
                case DirectCallEvent.Answered _ -> rungOff(now, DirectOutcome.ANSWERED);
                case DirectCallEvent.Ended(var _, var _, var _, var outcome) -> {
                    rungOff(now, outcome);
                    calledInVain(now, outcome);
                }
            }
        }
    }

    /// Whoever was rung and has not taken it is rung no more. Who is just taking it learns from the device whether they
    /// were in time.
    private void rungOff(About now, DirectOutcome what) {
        if (now.rung && isOn()) {
            about = now.knowing(what);
        } else if (now.rung) {
            about = null;
            become(new State.None());
            word.set(DirectText.missed(what, now.colleague.name()));
        }
    }

    /// The carrier may answer a caller only to say so, which stands here.
    private void calledInVain(About now, DirectOutcome what) {
        if (!now.rung && what != DirectOutcome.ANSWERED) {
            about = null;
            if (isOn()) {
                giveUp();
            }
            word.set(DirectText.called(what, now.colleague.name()));
        }
    }

    private void begin(State next) {
        word.set("");
        muted.set(false);
        become(next);
    }

    private void become(State next) {
        state.set(next);
        bell.direct(next instanceof State.Rung);
    }

    private boolean isOn() {
        return switch (state.get()) {
            case State.Calling _, State.Talking _ -> true;
            case State.None _, State.Rung _ -> false;
        };
    }

    private void talk(AgentRef colleague) {
        if (state.get() instanceof State.Calling) {
            about = about != null && about.rung ? null : about;
            become(new State.Talking(colleague, ticker.now()));
        }
    }

    private void failed(AgentRef colleague, Exception e) {
        if (state.get() instanceof State.Calling) {
            become(new State.None());
            word.set(whyNot(about, colleague, e));
        }
    }

    private static String whyNot(@Nullable About about, AgentRef colleague, Exception e) {
        if (about != null && about.known != null) {
            return DirectText.missed(about.known, colleague.name());
        }
        if (about != null && about.gone != null) {
            return LineText.missed(about.gone, colleague.name());
        }
        var why = e instanceof VoiceFailure failure ? reason(failure.code()) : EndReason.FAILED;
        return LineText.direct(why, colleague.name());
    }

    /// The carrier's numbers for why nobody was reached.
    private static EndReason reason(int code) {
        return switch (code) {
            case 31_603, 31_486, 31_600 -> EndReason.REJECTED;
            case 31_480, 31_408, 31_487 -> EndReason.TIMED_OUT;
            default -> EndReason.FAILED;
        };
    }

    private void rung(AgentRef colleague, DirectCallId call) {
        if (inCall.getAsBoolean() || isOn()) {
            device.reject();
            word.set(Text.of("softphone.direct.missedInCall", colleague.name()));
        } else {
            word.set("");
            about = new About(call, colleague, true);
            become(new State.Rung(colleague));
        }
    }

    /// Whoever has just answered learns from the device that nobody rings any more, before this or after.
    private void missed(EndReason why) {
        switch (state.get()) {
            case State.Rung(var colleague) -> {
                become(new State.None());
                word.set(LineText.missed(why, colleague.name()));
            }
            case State.Calling(var _) -> about = about == null ? null : about.gone(why);
            case State.None _ -> tooLate(why);
            case State.Talking _ -> {}
        }
    }

    private void tooLate(EndReason why) {
        if (about != null && about.rung && about.known == null && !word.get().isEmpty()) {
            word.set(LineText.missed(why, about.colleague.name()));
        }
    }

    private void ended(EndReason why) {
        var colleague = switch (state.get()) {
            case State.Calling(var who) -> who.name();
            case State.Talking(var who, var _) -> who.name();
            case State.None _, State.Rung _ -> "";
        };
        if (!colleague.isEmpty()) {
            become(new State.None());
            word.set(LineText.direct(why, colleague));
        }
    }
}
