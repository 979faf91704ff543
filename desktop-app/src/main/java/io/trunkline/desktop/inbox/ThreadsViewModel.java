package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.PagedList;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.ThreadId;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.message.MessageThread;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// All threads, the latest on top, page by page.
final class ThreadsViewModel {
    private final Session session;
    private final PagedList<ThreadId, MessageThread> list;
    private final ObjectProperty<@Nullable ThreadId> chosen = new SimpleObjectProperty<>();
    private Subscription subscriptions = Subscription.EMPTY;

    ThreadsViewModel(Session session, ThreadsGateway gateway, Work work) {
        this.session = session;
        list = new PagedList<>(
                session,
                work,
                gateway::threads,
                MessageThread::id,
                Comparator.comparing(MessageThread::lastAt).reversed(),
                "inbox.threads.failed");
    }

    void activate() {
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(list::load));
        list.load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        list.cancel();
    }

    PagedList<ThreadId, MessageThread> list() {
        return list;
    }

    ObjectProperty<@Nullable ThreadId> chosen() {
        return chosen;
    }

    /// The name of whoever writes in the chosen thread, once it is known.
    Optional<String> contact() {
        return list.rows().stream()
                .filter(each -> each.id().equals(chosen.get()))
                .findFirst()
                .map(each -> each.contact().name());
    }

    private void happened(LiveEvent event) {
        switch (event) {
            case MessageEvent.Added(var _, var thread) -> list.take(thread);
            case MessageEvent.ThreadChanged(var thread) -> list.take(thread);
            case LiveEvent _ -> {}
        }
    }
}
