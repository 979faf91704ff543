package io.trunkline.desktop.softphone;

import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Connection;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.session.Talk;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.LiveEvent;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The running call: the device's truth for mute and the line, the backend's truth for hold.
final class CallViewModel {
    private final Session session;
    private final SoftphoneGateway gateway;
    private final Voice voice;
    private final LineReport report;
    private final Measurements measurements;
    private final ObservableValue<Boolean> ready;
    private final Work work;
    private final MuteRecord mutes;
    private final Hold hold;
    private final ReadOnlyObjectWrapper<@Nullable RunningCall> call = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper lives = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keys = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper out = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(Line.JOINING);
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final MapChangeListener<ReservationId, Reservation> reservations = _ -> refresh();
    private final MapChangeListener<InteractionId, CallState> calls = _ -> refreshHold();
    private Subscription subscriptions = Subscription.EMPTY;
    /// Whether this program has come back into the call that it may have been killed in.
    private boolean settled;

    /// `ready` says that it is known by which device to talk.
    CallViewModel(
            Session session,
            SoftphoneGateway gateway,
            Voice voice,
            LineReport report,
            Measurements measurements,
            ObservableValue<Boolean> ready,
            KeptMute keptMute,
            Work work,
            Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.voice = voice;
        this.report = report;
        this.measurements = measurements;
        this.ready = ready;
        this.work = work;
        mutes = new MuteRecord(gateway, voice, keptMute, work, ticker, problem);
        hold = new Hold(gateway, work, problem);
    }

    void activate() {
        voice.stayOutIf(this::isThere);
        session.reservations().addListener(reservations);
        session.calls().addListener(calls);
        subscriptions = Subscription.combine(
                session.onReload(this::reloaded),
                session.listen(this::hear),
                ready.subscribe(_ -> comeBack()),
                voice.state().subscribe(_ -> refreshLine()),
                voice.back().subscribe(_ -> refreshLine()),
                session.outdated().subscribe(voice::tellsItself));
        refresh();
    }

    void deactivate() {
        session.reservations().removeListener(reservations);
        session.calls().removeListener(calls);
        subscriptions.unsubscribe();
        mutes.drop();
    }

    ReadOnlyObjectProperty<@Nullable RunningCall> call() {
        return call.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty lives() {
        return lives.getReadOnlyProperty();
    }

    /// Whether the agent's own track is silent.
    ReadOnlyBooleanProperty muted() {
        return voice.muted();
    }

    LineReport report() {
        return report;
    }

    ReadOnlyBooleanProperty held() {
        return hold.held();
    }

    /// Whether digits are sent from here: a telephone or SIP phone has keys of its own, and the carrier takes none for
    // it.
    ReadOnlyBooleanProperty keys() {
        return keys.getReadOnlyProperty();
    }

    /// The call goes on without this desk, which has no voice to mute and sends no digits.
    ReadOnlyBooleanProperty isOut() {
        return out.getReadOnlyProperty();
    }

    /// A change of hold is on its way.
    ReadOnlyBooleanProperty switching() {
        return hold.switching();
    }

    ReadOnlyObjectProperty<Line> line() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The call in which this computer's device talks now; not by a telephone, and not while the way is broken.
    Optional<ReservationId> talking() {
        return current()
                .filter(_ -> voice.state().get() == Voice.State.JOINED && !voice.rings())
                .map(RunningCall::reservation);
    }

    /// Whether there is a conversation that would suffer if this program went.
    boolean lasts() {
        return current().isPresent()
                && switch (voice.state().get()) {
                    case JOINED, JOINING, BROKEN -> true;
                    case APART, FAILED, OUT -> false;
                };
    }

    /// Brings the agent's voice into a call they took or began.
    void join(InteractionId interaction, ReservationId reservation) {
        measurements.of(reservation, interaction);
        voice.join(reservation, false);
    }

    /// Silences the agent at once; the backend only writes it down.
    void toggleMute() {
        current().filter(_ -> !out.get()).ifPresent(now -> {
            voice.toggleMute();
            record(now);
        });
    }

    void toggleHold() {
        current().map(RunningCall::interaction).ifPresent(hold::toggle);
    }

    private void hear(LiveEvent event) {
        if (event instanceof CallEvent.HoldRefused(var of, var on)
                && current().map(RunningCall::interaction).filter(of::equals).isPresent()) {
            hold.refused(on);
        }
    }

    /// Ends the call for all; without the backend at least for the agent.
    void hangUp() {
        current().ifPresent(now -> {
            voice.end();
            work.run(
                    () -> {
                        gateway.hangUp(now.interaction(), CommandIds.command());
                        return now;
                    },
                    _ -> {
                        problem.set(null);
                        leaveUntold();
                    },
                    e -> {
                        if (isIn(now)) {
                            leaveAlone(e);
                            leaveUntold();
                        }
                    });
        });
    }

    private boolean isIn(RunningCall of) {
        return current()
                .map(RunningCall::reservation)
                .filter(of.reservation()::equals)
                .isPresent();
    }

    /// A telephone is put down by whoever holds it.
    private void leaveAlone(Exception e) {
        if (voice.rings()) {
            problem.set(Failures.trouble("softphone.end.failed.phone", e));
        } else {
            voice.stayOut();
            problem.set(Failures.trouble("softphone.end.failed", e));
        }
    }

    /// A program that is too old has no feed that tells of the end.
    private void leaveUntold() {
        if (session.outdated().get()) {
            voice.leave();
        }
    }

    void sendDigits(String digits) {
        voice.sendDigits(digits);
    }

    /// Without being asked; not into a call that the agent has left, nor into one they took at another desk. A program
    /// that has just begun may have been killed in the call, of which a leg may still live.
    private void comeBack() {
        if (session.told() && ready.getValue()) {
            var apart = voice.state().get() == Voice.State.APART && settled && isThere();
            settled = true;
            if (!apart && voice.state().get() != Voice.State.OUT) {
                rejoin();
            }
            refreshLine();
        }
    }

    /// Silent if the backend's record says that the agent was, or if this computer's does.
    void rejoin() {
        current()
                .filter(_ -> session.told() && ready.getValue() && !voice.isJoining())
                .ifPresent(now -> {
                    measurements.of(now.reservation(), now.interaction());
                    voice.join(now.reservation(), isRecordedMuted(now) || mutes.isKept(now.interaction()));
                });
    }

    /// After an outage the backend's record may lack what the agent did meanwhile.
    private void reloaded() {
        comeBack();
        current()
                .filter(now -> !voice.rings() && voice.isJoining() && isRecordedMuted(now) != voice.wantsMute())
                .ifPresent(this::record);
    }

    private boolean isRecordedMuted(RunningCall of) {
        var known = session.calls().get(of.interaction());
        return known != null && known.muted();
    }

    private void record(RunningCall of) {
        problem.set(null);
        mutes.make(of.interaction());
    }

    /// Whether a leg of this agent's is in the call, as far as the backend tells now: it lets only the newest live.
    private boolean isThere() {
        return session.connection().get().state() == Connection.State.LIVE
                && current()
                        .map(now -> session.calls().get(now.interaction()))
                        .filter(now -> now.parties().stream()
                                .anyMatch(each -> each.role() == ParticipantRole.AGENT && each.connected()))
                        .isPresent();
    }

    private Optional<RunningCall> current() {
        return Optional.ofNullable(call.get());
    }

    private void refresh() {
        var now = session.reservations().values().stream()
                .filter(each -> each.channel() == Channel.VOICE && each.state() == ReservationState.ACCEPTED)
                .min(Comparator.comparing(Reservation::offeredAt))
                .map(CallViewModel::running);
        if (now.isEmpty() && call.get() != null) {
            voice.leave();
            mutes.over();
            problem.set(null);
        }
        call.set(now.orElse(null));
        lives.set(now.isPresent());
        refreshHold();
    }

    private static RunningCall running(Reservation of) {
        var queue = of.queue();
        return new RunningCall(
                of.interaction(),
                of.id(),
                Numbers.shown(of.contact().name()),
                queue == null ? "" : queue.name(),
                of.direction(),
                Talk.since(of));
    }

    private void refreshHold() {
        hold.become(current()
                .map(now -> session.calls().get(now.interaction()))
                .filter(CallState::held)
                .isPresent());
        refreshLine();
    }

    private void refreshLine() {
        showLine();
        out.set(line.get() == Line.OUT || line.get() == Line.ELSEWHERE);
    }

    private void showLine() {
        keys.set(!voice.rings());
        line.set(
                switch (voice.state().get()) {
                    case JOINED -> joined();
                    case APART -> settled && isThere() ? Line.ELSEWHERE : joining();
                    case JOINING -> joining();
                    case BROKEN -> Line.BROKEN;
                    case FAILED -> voice.rings() ? Line.UNANSWERED : Line.FAILED;
                    case OUT -> isThere() ? Line.ELSEWHERE : Line.OUT;
                });
    }

    private Line joining() {
        return voice.rings() ? Line.RINGING : Line.JOINING;
    }

    private Line joined() {
        if (hold.held().get()) {
            return Line.HELD;
        }
        return voice.back().get() ? Line.BACK : Line.JOINED;
    }
}
