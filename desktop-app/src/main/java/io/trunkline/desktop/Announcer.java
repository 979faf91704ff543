package io.trunkline.desktop;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.shell.NavigationTarget;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.model.Direction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.message.MessageThread;
import javafx.util.Subscription;

/// Tells an agent who looks elsewhere that something came: a notice for an offer, a notice and a chime for a message
/// in a thread they work on. Who looks at the window sees it there.
final class Announcer implements AutoCloseable {
    private final Surroundings around;
    private final Session session;
    private final Navigator navigator;
    private final Subscription listening;

    Announcer(Surroundings around, Session session, Navigator navigator) {
        this.around = around;
        this.session = session;
        this.navigator = navigator;
        listening = session.listen(this::announce);
    }

    @Override
    public void close() {
        listening.unsubscribe();
    }

    private void announce(LiveEvent event) {
        if (event instanceof ReservationEvent.Offered(var reservation)
                && reservation.agent().equals(session.me().id())) {
            offered(reservation);
        } else if (event instanceof MessageEvent.Added(var message, var thread)
                && message.direction() == Direction.INBOUND
                && session.interactions().values().stream()
                        .anyMatch(each -> each.id().equals(thread.interaction()))) {
            written(thread);
        }
    }

    private void offered(Reservation offer) {
        tell(
                Text.of("notice.offer.title", ChannelLook.of(offer.channel()).text()),
                Numbers.shown(offer.contact().name()),
                new NavigationTarget.OneInteraction(offer.interaction()));
    }

    private void written(MessageThread thread) {
        around.sounds().chime(() -> {});
        tell(
                Text.of("notice.message.title", Numbers.shown(thread.contact().name())),
                thread.preview(),
                new NavigationTarget.OneThread(thread.id()));
    }

    private void tell(String title, String sentence, NavigationTarget target) {
        if (around.settings().now().get().notices() && !around.window().front().seen()) {
            around.notices().tell(title, sentence, () -> navigator.go(target));
        }
    }
}
