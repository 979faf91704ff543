package io.trunkline.desktop.session;

import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.DirectCallEvent;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.live.NoteEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.QueueEvent;
import io.trunkline.model.live.RecordingEvent;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.message.ThreadState;
import io.trunkline.model.presence.Presence;
import java.util.Comparator;

/// What each event changes in the session.
final class SessionEvents {
    private final Session session;

    SessionEvents(Session session) {
        this.session = session;
    }

    /// Repeats change nothing. Notes, messages and recordings are held by the views that load them.
    void apply(LiveEvent event) {
        switch (event) {
            case InteractionEvent happened -> interaction(happened.interaction());
            case ReservationEvent happened -> reservation(happened.reservation());
            case PresenceEvent.Changed(var presence, var _) -> presence(presence);
            case CallEvent.Changed(var call) -> call(call);
            case MessageEvent.Added(var _, var thread) -> thread(thread);
            case MessageEvent.ThreadChanged(var thread) -> thread(thread);
            case MessageEvent.StateChanged _, NoteEvent.Added _, QueueEvent _, RecordingEvent.Stored _ -> {}
            // what comes of a call between colleagues, or of a hold, is the softphone's to show
            case DirectCallEvent _, CallEvent.HoldRefused _, LiveEvent.Unknown _ -> {}
        }
    }

    private void interaction(Interaction interaction) {
        var agent = interaction.agent();
        var mine = agent != null && agent.id().equals(session.me().id());
        if (mine || session.reservationOf(interaction.id()).isPresent()) {
            session.interactions().put(interaction.id(), interaction);
        }
    }

    private void reservation(Reservation reservation) {
        if (!reservation.agent().equals(session.me().id())) {
            return;
        }
        if (isLive(reservation.state())) {
            session.reservations().put(reservation.id(), reservation);
        } else {
            session.reservations().remove(reservation.id());
            forget(reservation.interaction());
        }
        reselect();
    }

    private void forget(InteractionId interaction) {
        if (session.reservationOf(interaction).isEmpty()) {
            session.interactions().remove(interaction);
            session.calls().remove(interaction);
        }
    }

    private void presence(Presence presence) {
        session.agents().put(presence.agent().id(), presence);
        if (presence.agent().id().equals(session.me().id())) {
            session.be(presence);
        }
    }

    private void call(CallState call) {
        if (!call.live()) {
            session.calls().remove(call.interaction());
        } else if (session.reservationOf(call.interaction()).isPresent()) {
            session.calls().put(call.interaction(), call);
        }
    }

    private void thread(MessageThread thread) {
        if (thread.state() == ThreadState.OPEN) {
            session.threads().put(thread.id(), thread);
        } else {
            session.threads().remove(thread.id());
        }
    }

    /// Keeps an interaction in the middle: the one chosen while it lasts, otherwise the oldest being worked on. An
    /// offer never takes the place of what the agent is typing in.
    void reselect() {
        var chosen = session.selected().get();
        if (chosen != null
                && session.reservationOf(chosen).filter(SessionEvents::isWork).isPresent()) {
            return;
        }
        session.selected()
                .set(session.reservations().values().stream()
                        .filter(SessionEvents::isWork)
                        .min(Comparator.comparing(Reservation::offeredAt))
                        .map(Reservation::interaction)
                        .orElse(null));
    }

    private static boolean isWork(Reservation reservation) {
        return switch (reservation.state()) {
            case ACCEPTED, WRAPPING -> true;
            case OFFERED, COMPLETED, DECLINED, EXPIRED, WITHDRAWN -> false;
        };
    }

    private static boolean isLive(ReservationState state) {
        return switch (state) {
            case OFFERED, ACCEPTED, WRAPPING -> true;
            case COMPLETED, DECLINED, EXPIRED, WITHDRAWN -> false;
        };
    }
}
