package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Page;
import io.trunkline.model.ThreadId;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.message.MessageThread;
import java.util.Comparator;
import java.util.HashMap;
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

/// All threads, the latest on top, page by page.
final class ThreadsViewModel {
    private final Session session;
    private final ThreadsGateway gateway;
    private final Work work;
    private final Map<ThreadId, MessageThread> known = new HashMap<>();
    private final ObservableList<MessageThread> threads = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable ThreadId> chosen = new SimpleObjectProperty<>();
    private @Nullable String next;
    private Running loading = Running.ENDED;
    private Subscription subscriptions = Subscription.EMPTY;

    ThreadsViewModel(Session session, ThreadsGateway gateway, Work work) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
    }

    void activate() {
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(this::load));
        load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        loading.cancel();
    }

    ObservableList<MessageThread> threads() {
        return threads;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable ThreadId> chosen() {
        return chosen;
    }

    void load() {
        loading.cancel();
        loading = work.run(() -> gateway.threads(null), this::loaded, this::failed);
    }

    void loadMore() {
        var from = next;
        if (from != null) {
            loading = work.run(() -> gateway.threads(from), this::loaded, this::failed);
        }
    }

    private void loaded(Page<MessageThread> page) {
        page.items().forEach(each -> known.put(each.id(), each));
        next = page.next();
        more.set(next != null);
        draw();
    }

    private void failed(Exception e) {
        condition.set(
                known.isEmpty()
                        ? new Condition.Failed(Failures.trouble("inbox.threads.failed", e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    private void happened(LiveEvent event) {
        switch (event) {
            case MessageEvent.Added(var _, var thread) -> take(thread);
            case MessageEvent.ThreadChanged(var thread) -> take(thread);
            case LiveEvent _ -> {}
        }
    }

    private void take(MessageThread thread) {
        known.put(thread.id(), thread);
        draw();
    }

    private void draw() {
        var now = known.values().stream()
                .sorted(Comparator.comparing(MessageThread::lastAt).reversed())
                .toList();
        if (!now.equals(threads)) {
            threads.setAll(now);
        }
        condition.set(now.isEmpty() ? new Condition.Empty() : new Condition.Filled());
    }
}
