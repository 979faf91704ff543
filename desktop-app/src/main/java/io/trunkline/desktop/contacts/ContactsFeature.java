package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.ContactId;
import io.trunkline.model.interaction.Reservation;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Wires the card beside the interaction and the page of contacts.
public final class ContactsFeature {
    private final Session session;
    private final CardViewModel onDesk;
    private final CardViewModel onPage;
    private final SearchViewModel search;
    private final MapChangeListener<Object, Reservation> changes = _ -> follow();
    private Subscription selecting = Subscription.EMPTY;
    private Subscription choosing = Subscription.EMPTY;

    public ContactsFeature(Session session, ContactsGateway gateway, Work work, Ticker ticker) {
        this.session = session;
        onDesk = new CardViewModel(session, gateway, work, ticker);
        onPage = new CardViewModel(session, gateway, work, ticker);
        search = new SearchViewModel(gateway, work, ticker);
    }

    public void activate() {
        onDesk.activate();
        session.reservations().addListener(changes);
        selecting = session.selected().subscribe(_ -> follow());
    }

    public void deactivate() {
        selecting.unsubscribe();
        session.reservations().removeListener(changes);
        onDesk.deactivate();
    }

    public void activatePage() {
        onPage.activate();
        search.activate();
        choosing = search.chosen().subscribe(onPage::show);
    }

    public void deactivatePage() {
        choosing.unsubscribe();
        search.deactivate();
        onPage.deactivate();
    }

    /// Opens one contact on the page.
    public void open(ContactId contact) {
        search.chosen().set(contact);
    }

    /// Begins a search on the page.
    public void search(String words) {
        search.words().set(words);
    }

    public Node card() {
        return CardView.onDesk(onDesk);
    }

    public Node page() {
        return new ContactsView(search, onPage);
    }

    private void follow() {
        onDesk.show(Optional.ofNullable(session.selected().get())
                .flatMap(session::reservationOf)
                .map(each -> each.contact().id())
                .orElse(null));
    }
}
