package io.trunkline.desktop.inbox;

import io.trunkline.desktop.cache.Drafts;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.DraftKeeper;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.message.MessageThread;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Wires the list of work, the thread on the desk and the page of all threads.
public final class InboxFeature {
    private final Session session;
    private final Ticker ticker;
    private final WorkViewModel work;
    private final ThreadViewModel onDesk;
    private final ThreadViewModel onPage;
    private final ThreadsViewModel threads;
    private final IntegerBinding unread;
    private final MapChangeListener<ThreadId, MessageThread> changes = _ -> follow();
    private Subscription subscriptions = Subscription.EMPTY;
    private Subscription choosing = Subscription.EMPTY;

    public InboxFeature(
            Session session, ThreadsGateway gateway, Outbox outbox, Drafts drafts, Work work, Ticker ticker) {
        this.session = session;
        this.ticker = ticker;
        this.work = new WorkViewModel(session);
        onDesk = new ThreadViewModel(session, gateway, outbox, new DraftKeeper(drafts, work, ticker), work, ticker);
        onPage = new ThreadViewModel(session, gateway, outbox, new DraftKeeper(drafts, work, ticker), work, ticker);
        threads = new ThreadsViewModel(session, gateway, work);
        unread = Bindings.createIntegerBinding(
                () -> session.threads().values().stream()
                        .mapToInt(MessageThread::unread)
                        .sum(),
                session.threads());
    }

    /// From sign-in to sign-out: the work at hand and its thread.
    public void activate() {
        work.activate();
        onDesk.activate();
        session.threads().addListener(changes);
        subscriptions = session.selected().subscribe(_ -> follow());
    }

    public void deactivate() {
        subscriptions.unsubscribe();
        session.threads().removeListener(changes);
        onDesk.deactivate();
        work.deactivate();
    }

    /// While the page of all threads is seen.
    public void activatePage() {
        threads.activate();
        onPage.activate();
        choosing = threads.chosen().subscribe(onPage::show);
    }

    public void deactivatePage() {
        choosing.unsubscribe();
        onPage.deactivate();
        threads.deactivate();
    }

    /// Opens one thread on the page.
    public void open(ThreadId thread) {
        threads.chosen().set(thread);
    }

    public Node workView() {
        return new WorkView(work, ticker);
    }

    public Node threadView() {
        return new ThreadView(onDesk);
    }

    public Node composer() {
        return new Composer(onDesk);
    }

    public Node page() {
        return new InboxView(threads, onPage, ticker, session.me().timeZone());
    }

    public IntegerBinding unread() {
        return unread;
    }

    private void follow() {
        onDesk.show(threadOf(session.selected().get()));
    }

    private @Nullable ThreadId threadOf(@Nullable InteractionId chosen) {
        if (chosen == null) {
            return null;
        }
        var interaction = session.interactions().get(chosen);
        if (interaction != null && interaction.thread() != null) {
            return interaction.thread();
        }
        return session.threads().values().stream()
                .filter(each -> chosen.equals(each.interaction()))
                .map(MessageThread::id)
                .findFirst()
                .orElse(null);
    }
}
