package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.PagedList;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import java.time.ZoneId;
import java.util.Comparator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Past interactions, the latest on top, page by page; what happens meanwhile appears by itself.
final class HistoryViewModel {
    private final Session session;
    private final Ticker ticker;
    private final PagedList<InteractionId, Interaction> list;
    private final ObjectProperty<@Nullable Interaction> chosen = new SimpleObjectProperty<>();
    private Subscription subscriptions = Subscription.EMPTY;

    HistoryViewModel(Session session, HistoryGateway gateway, Work work, Ticker ticker) {
        this.session = session;
        this.ticker = ticker;
        list = new PagedList<>(
                session,
                work,
                gateway::interactions,
                Interaction::id,
                Comparator.comparing(Interaction::openedAt).reversed(),
                "history.load.failed");
    }

    void activate() {
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(list::load));
        list.load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        list.cancel();
    }

    PagedList<InteractionId, Interaction> list() {
        return list;
    }

    ObjectProperty<@Nullable Interaction> chosen() {
        return chosen;
    }

    Ticker ticker() {
        return ticker;
    }

    ZoneId zone() {
        return session.me().timeZone();
    }

    private void happened(LiveEvent event) {
        if (event instanceof InteractionEvent of) {
            list.take(of.interaction());
            renew(of.interaction());
        }
    }

    /// The list keeps the chosen row by its key and does not call it chosen again: who shows it must hear of it.
    private void renew(Interaction now) {
        var before = chosen.get();
        if (before != null && before.id().equals(now.id())) {
            chosen.set(now);
        }
    }
}
