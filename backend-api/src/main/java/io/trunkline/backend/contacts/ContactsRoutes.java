package io.trunkline.backend.contacts;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.ContactId;
import io.trunkline.model.Page;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.contact.ContactChange;
import io.trunkline.model.contact.NewContact;
import io.trunkline.model.identity.Permission;

/// `/api/v1/contacts`
final class ContactsRoutes {
    private final Database database;
    private final Contacts contacts;

    ContactsRoutes(Database database, Contacts contacts) {
        this.database = database;
        this.contacts = contacts;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/contacts")
                .summary("Finds contacts by part of a name or company, or the beginning of an address")
                .needs(Permission.CONTACT_READ)
                .query("q", "What to look for; all contacts without it.")
                .returnsPage(Contact.class)
                .to(this::list);
        routes.post("/api/v1/contacts")
                .summary("Creates a contact")
                .needs(Permission.CONTACT_WRITE)
                .takes(NewContact.class)
                .creates(Contact.class)
                .to((request, wanted) -> database.inTenant(request.tenant(), tx -> contacts.create(tx, wanted)));
        routes.get("/api/v1/contacts/{id}")
                .summary("A contact with its history")
                .needs(Permission.CONTACT_READ)
                .returns(ContactCard.class)
                .to(request -> database.inTenant(request.tenant(), tx -> contacts.card(tx, id(request))));
        routes.patch("/api/v1/contacts/{id}")
                .summary("Changes a contact")
                .needs(Permission.CONTACT_WRITE)
                .takes(ContactChange.class)
                .returns(Contact.class)
                .to((request, change) ->
                        database.inTenant(request.tenant(), tx -> contacts.change(tx, id(request), change)));
    }

    private Page<Contact> list(Request request) {
        var paging = request.paging();
        var found = database.inTenant(
                request.tenant(), tx -> contacts.list(tx, request.query("q").orElse(""), paging));
        var next = found.size() < paging.limit() ? null : after(found.getLast()).text();
        return new Page<>(found, next);
    }

    private static Cursor after(Contact contact) {
        return Cursor.after(contact.changedAt(), contact.id());
    }

    private static ContactId id(Request request) {
        return request.id("id", ContactId::new);
    }
}
