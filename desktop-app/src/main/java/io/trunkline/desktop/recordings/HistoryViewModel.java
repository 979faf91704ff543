package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Past interactions, the latest on top, page by page; what ends meanwhile appears by itself.
final class HistoryViewModel {
    private final Session session;
    private final HistoryGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final Map<InteractionId, Interaction> known = new LinkedHashMap<>();
    private final ObservableList<Interaction> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Interaction> chosen = new SimpleObjectProperty<>();
    private @Nullable String next;
    private Running loading = Running.ENDED;
    private Subscription subscriptions = Subscription.EMPTY;

    HistoryViewModel(Session session, HistoryGateway gateway, Work work, Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
    }

    void activate() {
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(this::load));
        load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        loading.cancel();
    }

    ObservableList<Interaction> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
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

    void load() {
        loading.cancel();
        loading = work.run(() -> gateway.interactions(null), this::loaded, this::failed);
    }

    void loadMore() {
        var from = next;
        if (from != null) {
            loading = work.run(() -> gateway.interactions(from), this::loaded, this::failed);
        }
    }

    private void loaded(Page<Interaction> page) {
        page.items().forEach(each -> known.put(each.id(), each));
        next = page.next();
        more.set(next != null);
        draw();
    }

    private void failed(Exception e) {
        condition.set(
                known.isEmpty()
                        ? new Condition.Failed(Failures.trouble("history.load.failed", e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    private void happened(LiveEvent event) {
        if (event instanceof InteractionEvent of) {
            known.put(of.interaction().id(), of.interaction());
            draw();
        }
    }

    private void draw() {
        var all = new ArrayList<>(known.values());
        all.sort(Comparator.comparing(Interaction::openedAt).reversed());
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
        condition.set(all.isEmpty() ? new Condition.Empty() : new Condition.Filled());
    }
}
