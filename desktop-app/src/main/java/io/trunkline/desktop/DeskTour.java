package io.trunkline.desktop;

import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.softphone.SoftphoneFeature;
import io.trunkline.desktop.wallboard.WallboardFeature;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.ReservationState;

/// The stops of the tour on the desk, over whatever the running centre brings.
record DeskTour(
        Session session,
        Navigator navigator,
        SoftphoneFeature softphone,
        WallboardFeature wallboard,
        Runnable available) {
    void stops(Tour tour) {
        tour.stop(
                "desk",
                () -> navigator.go(Place.DESK),
                () -> session.connection().get().live());
        tour.stop("offer", available, () -> holds(ReservationState.OFFERED));
        tour.stop("call", softphone::answer, () -> holds(ReservationState.ACCEPTED));
        tour.stop("wrap-up", softphone::hangUp, () -> holds(ReservationState.WRAPPING) || !holds(Channel.VOICE));
        tour.stop("messages", () -> navigator.go(Place.INBOX));
        tour.stop("contacts", () -> navigator.go(Place.CONTACTS));
        tour.stop("history", () -> navigator.go(Place.HISTORY));
        tour.stop(
                "wallboard",
                () -> navigator.go(Place.WALLBOARD),
                () -> !session.figures().isEmpty());
        tour.stop("wallboard-large", wallboard::toggleFull);
        tour.stop("desk-again", () -> {
            wallboard.toggleFull();
            navigator.go(Place.DESK);
        });
    }

    private boolean holds(ReservationState state) {
        return session.reservations().values().stream().anyMatch(each -> each.state() == state);
    }

    private boolean holds(Channel channel) {
        return session.reservations().values().stream()
                .anyMatch(each -> each.channel() == channel && each.state() == ReservationState.ACCEPTED);
    }
}
