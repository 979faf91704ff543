package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.model.ContactId;
import io.trunkline.model.Page;
import io.trunkline.model.contact.Contact;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds contacts by name, number or company, a moment after typing pauses.
final class SearchViewModel {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ContactsGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Contact> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable ContactId> chosen = new SimpleObjectProperty<>();
    private @Nullable String next;
    private Running searching = Running.ENDED;
    private Subscription pause = Subscription.EMPTY;
    private Subscription typing = Subscription.EMPTY;

    SearchViewModel(ContactsGateway gateway, Work work, Ticker ticker) {
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
    }

    void activate() {
        typing = words.subscribe((_, _) -> soon());
        search();
    }

    void deactivate() {
        typing.unsubscribe();
        pause.unsubscribe();
        searching.cancel();
    }

    StringProperty words() {
        return words;
    }

    ObservableList<Contact> found() {
        return found;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable ContactId> chosen() {
        return chosen;
    }

    Ticker ticker() {
        return ticker;
    }

    void search() {
        searching.cancel();
        var sought = words.get().strip();
        searching = work.run(() -> gateway.search(sought, null), this::show, this::failed);
    }

    void loadMore() {
        var from = next;
        if (from != null) {
            var sought = words.get().strip();
            searching = work.run(() -> gateway.search(sought, from), this::append, this::failed);
        }
    }

    private void soon() {
        pause.unsubscribe();
        var then = ticker.now().plus(PAUSE);
        pause = ticker.every(now -> {
            if (!now.isBefore(then)) {
                pause.unsubscribe();
                search();
            }
        });
    }

    private void show(Page<Contact> page) {
        found.setAll(page.items());
        keep(page);
        condition.set(found.isEmpty() ? new Condition.Empty() : new Condition.Filled());
    }

    private void append(Page<Contact> page) {
        found.addAll(page.items());
        keep(page);
    }

    private void keep(Page<Contact> page) {
        next = page.next();
        more.set(next != null);
    }

    private void failed(Exception e) {
        condition.set(new Condition.Failed(Failures.trouble("contacts.search.failed", e)));
    }
}
