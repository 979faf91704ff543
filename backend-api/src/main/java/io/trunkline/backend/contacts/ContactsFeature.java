package io.trunkline.backend.contacts;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;

/// Wires contacts. Everything else in this package is hidden from the rest of the backend, except [Contacts].
public final class ContactsFeature {
    private final Database database;
    private final Contacts contacts = new Contacts(new ContactStore(), new CardStore());

    public ContactsFeature(Database database) {
        this.database = database;
    }

    public Contacts contacts() {
        return contacts;
    }

    public void routes(Routes routes) {
        new ContactsRoutes(database, contacts).declare(routes);
    }
}
