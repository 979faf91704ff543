package io.trunkline.desktop;

import io.trunkline.desktop.inbox.InboxFeature;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.notes.NotesFeature;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Channel;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Reservation;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The middle of the desk: header, then timeline or thread, then notes, composer or wrap-up, whichever it is time for.
final class Conversation extends StackPane {
    private final Session session;
    private final NotesFeature notes;
    private final Node header;
    private final Node timeline;
    private final Node thread;
    private final Node composer;
    private final Node wrapUp;

    Conversation(Session session, NotesFeature notes, InboxFeature inbox, Node transfer) {
        this.session = session;
        this.notes = notes;
        header = notes.header();
        timeline = notes.timeline();
        thread = inbox.threadView();
        composer = inbox.composer();
        wrapUp = notes.wrapUp();
        var middle = new StackPane(timeline, thread, transfer);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().add(new VBox(header, middle, composer, wrapUp));
        WhileShown.subscribe(this, this::follow);
    }

    private Subscription follow() {
        MapChangeListener<ReservationId, Reservation> changes = _ -> show();
        session.reservations().addListener(changes);
        return Subscription.combine(
                session.selected().subscribe(_ -> show()),
                notes.wrapsUp().subscribe(_ -> show()),
                () -> session.reservations().removeListener(changes));
    }

    private void show() {
        var mine = Optional.ofNullable(session.selected().get()).flatMap(session::reservationOf);
        var written = mine.filter(each -> each.channel() == Channel.SMS).isPresent();
        var wraps = notes.wrapsUp().getValue();
        only(header, mine.isPresent());
        only(timeline, !written);
        only(thread, written);
        only(composer, written && !wraps);
        only(wrapUp, mine.isPresent() && (!written || wraps));
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
