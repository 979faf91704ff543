package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Refresher;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.ContactId;
import io.trunkline.model.contact.Address;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import java.time.ZoneId;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One contact as far as it is known, kept fresh while it is shown.
final class CardViewModel {
    private final Session session;
    private final ContactsGateway gateway;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<@Nullable ContactCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Empty());
    private @Nullable ContactId shown;
    private final Refresher<ContactCard> refresher;
    private Subscription subscriptions = Subscription.EMPTY;

    CardViewModel(Session session, ContactsGateway gateway, Work work, Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.ticker = ticker;
        this.refresher = new Refresher<>(work, this::loaded, this::failed);
    }

    void activate() {
        subscriptions = Subscription.combine(session.listen(this::happened), session.onReload(this::load));
        load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        refresher.cancel();
    }

    ReadOnlyObjectProperty<@Nullable ContactCard> card() {
        return card.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    Ticker ticker() {
        return ticker;
    }

    ZoneId zone() {
        return session.me().timeZone();
    }

    static String shown(Address address) {
        return Numbers.shown(address.value());
    }

    void show(@Nullable ContactId contact) {
        if (!Objects.equals(contact, shown)) {
            shown = contact;
            card.set(null);
            condition.set(contact == null ? new Condition.Empty() : new Condition.Loading());
            refresher.cancel();
            load();
        }
    }

    void load() {
        var of = shown;
        if (of != null) {
            refresher.ask(() -> gateway.card(of));
        }
    }

    private void loaded(ContactCard found) {
        card.set(found);
        condition.set(new Condition.Filled());
    }

    private void failed(Exception e) {
        condition.set(
                card.get() == null
                        ? new Condition.Failed(Failures.trouble("contacts.card.failed", e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    private void happened(LiveEvent event) {
        if (event instanceof InteractionEvent of
                && of.interaction().contact().id().equals(shown)) {
            load();
        }
    }
}
