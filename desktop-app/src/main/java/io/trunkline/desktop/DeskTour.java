package io.trunkline.desktop;

import io.trunkline.desktop.inbox.InboxFeature;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.softphone.SoftphoneFeature;
import io.trunkline.desktop.transfers.TransfersFeature;
import io.trunkline.desktop.wallboard.WallboardFeature;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.message.MessageThread;
import java.util.Comparator;

/// The stops of the tour on the desk, over whatever the running centre brings.
record DeskTour(
        Session session,
        Navigator navigator,
        SoftphoneFeature softphone,
        TransfersFeature transfers,
        InboxFeature inbox,
        WallboardFeature wallboard,
        Runnable available) {
    void stops(Tour tour) {
        tour.stop(
                "desk",
                () -> navigator.go(Place.DESK),
                () -> session.connection().get().live());
        tour.stop("offer", available, () -> holds(ReservationState.OFFERED));
        tour.stop("call", softphone::answer, () -> holds(ReservationState.ACCEPTED) && spoken());
        tour.stop("transfer", transfers::toggle);
        tour.stop(
                "wrap-up",
                () -> {
                    transfers.toggle();
                    softphone.hangUp();
                },
                () -> holds(ReservationState.WRAPPING) || !holds(Channel.VOICE));
        tour.stop("messages", this::openLatest);
        pages(tour, "");
    }

    /// The pages that are there whatever happens, for another look or language.
    void pages(Tour tour, String suffix) {
        tour.stop("contacts" + suffix, () -> navigator.go(Place.CONTACTS));
        tour.stop("history" + suffix, () -> navigator.go(Place.HISTORY));
        tour.stop(
                "wallboard" + suffix,
                () -> navigator.go(Place.WALLBOARD),
                () -> !session.figures().isEmpty());
        tour.stop("wallboard-large" + suffix, wallboard::toggleFull);
        tour.stop("desk" + suffix + "-again", () -> {
            wallboard.toggleFull();
            navigator.go(Place.DESK);
        });
    }

    private void openLatest() {
        session.threads().values().stream()
                .max(Comparator.comparing(MessageThread::lastAt))
                .ifPresent(thread -> inbox.open(thread.id()));
        navigator.go(Place.INBOX);
    }

    /// A call is joined by the device; a text needs none.
    private boolean spoken() {
        return softphone.talks() || !holds(Channel.VOICE);
    }

    private boolean holds(ReservationState state) {
        return session.reservations().values().stream().anyMatch(each -> each.state() == state);
    }

    private boolean holds(Channel channel) {
        return session.reservations().values().stream()
                .anyMatch(each -> each.channel() == channel && each.state() == ReservationState.ACCEPTED);
    }
}
