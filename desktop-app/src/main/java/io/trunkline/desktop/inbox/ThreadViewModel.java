package io.trunkline.desktop.inbox;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.DraftKeeper;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Page;
import io.trunkline.model.ThreadId;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.NewMessage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One thread: its messages, newest at the end, those on their way, and the text being written.
final class ThreadViewModel {
    private final Session session;
    private final ThreadsGateway gateway;
    private final Outbox outbox;
    private final DraftKeeper draft;
    private final Work work;
    private final Ticker ticker;
    private final Exchange exchange = new Exchange();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Empty());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ThreadId> thread = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final BooleanBinding canSend;
    private final ListChangeListener<Outbox.Entry> sending = _ -> draw();
    private @Nullable String before;
    private Running loading = Running.ENDED;
    private Subscription subscriptions = Subscription.EMPTY;

    ThreadViewModel(
            Session session, ThreadsGateway gateway, Outbox outbox, DraftKeeper draft, Work work, Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.outbox = outbox;
        this.draft = draft;
        this.work = work;
        this.ticker = ticker;
        canSend = Bindings.createBooleanBinding(
                () -> !draft.text().get().isBlank() && thread.get() != null, draft.text(), thread);
    }

    void activate() {
        outbox.entries().addListener(sending);
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(this::load));
        load();
    }

    void deactivate() {
        draft.store();
        subscriptions.unsubscribe();
        outbox.entries().removeListener(sending);
        loading.cancel();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ThreadId> thread() {
        return thread.getReadOnlyProperty();
    }

    /// Whether there are messages before the first shown.
    ReadOnlyBooleanProperty older() {
        return older.getReadOnlyProperty();
    }

    StringProperty draft() {
        return draft.text();
    }

    BooleanBinding canSend() {
        return canSend;
    }

    Ticker ticker() {
        return ticker;
    }

    ZoneId zone() {
        return session.me().timeZone();
    }

    void show(@Nullable ThreadId next) {
        if (Objects.equals(next, thread.get())) {
            return;
        }
        thread.set(next);
        draft.open(next == null ? "" : "text:" + next);
        exchange.clear();
        lines.clear();
        problem.set(null);
        condition.set(next == null ? new Condition.Empty() : new Condition.Loading());
        load();
    }

    void load() {
        var of = thread.get();
        loading.cancel();
        if (of != null) {
            loading = work.run(() -> gateway.messages(of, null), page -> loaded(of, page), this::failed);
        }
    }

    void loadOlder() {
        var of = thread.get();
        var from = before;
        if (of != null && from != null) {
            loading = work.run(() -> gateway.messages(of, from), this::more, this::failed);
        }
    }

    void send() {
        var to = thread.get();
        var text = draft.text().get().strip();
        if (to == null || text.isEmpty()) {
            return;
        }
        problem.set(null);
        outbox.send(
                new Pending.Text(to, new NewMessage(CommandIds.next(), text)),
                draft::clear,
                e -> problem.set(Failures.trouble("inbox.send.failed", Text.of("inbox.send.kept"), e)));
    }

    void retry(Line.Unsent line) {
        outbox.retry(line.pending());
    }

    /// Takes a refused text back into the composer.
    void takeBack(Line.Unsent line) {
        outbox.discard(line.pending());
        draft.text().set(line.text());
    }

    private void loaded(ThreadId of, Page<Message> page) {
        exchange.take(page.items());
        keepCursor(page);
        condition.set(new Condition.Filled());
        draw();
        work.run(
                () -> {
                    gateway.read(of, CommandIds.command());
                    return of;
                },
                _ -> {},
                _ -> {});
    }

    private void more(Page<Message> page) {
        exchange.take(page.items());
        keepCursor(page);
        draw();
    }

    private void keepCursor(Page<Message> page) {
        before = page.next();
        older.set(before != null);
    }

    private void failed(Exception e) {
        condition.set(
                exchange.isEmpty()
                        ? new Condition.Failed(Failures.trouble("inbox.load.failed", e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    private void happened(LiveEvent event) {
        if (event instanceof MessageEvent.Added(var message, var _)) {
            take(message);
        } else if (event instanceof MessageEvent.StateChanged(var message)) {
            take(message);
        }
    }

    private void take(Message message) {
        if (message.thread().equals(thread.get())) {
            exchange.take(message);
            draw();
        }
    }

    private void draw() {
        var all = new ArrayList<Line>();
        @Nullable LocalDate day = null;
        for (var message : exchange.all()) {
            var date = message.at().atZone(zone()).toLocalDate();
            if (!date.equals(day)) {
                all.add(new Line.Day(date));
                day = date;
            }
            all.add(new Line.Said(message));
        }
        all.addAll(unsent());
        if (!all.equals(lines)) {
            lines.setAll(all);
        }
    }

    /// The feed may tell of a message before its acknowledgement comes.
    private List<Line> unsent() {
        var told = exchange.all().stream().map(each -> each.id().value()).toList();
        var found = new ArrayList<Line>();
        for (var each : outbox.entries()) {
            if (each.pending() instanceof Pending.Text text
                    && text.thread().equals(thread.get())
                    && !told.contains(text.command().value())) {
                found.add(new Line.Unsent(text, each.sentence()));
            }
        }
        return found;
    }
}
