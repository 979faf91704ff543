package io.trunkline.backend.contacts;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Paging;
import io.trunkline.model.AddressId;
import io.trunkline.model.ContactId;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.contact.ContactChange;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.contact.NewContact;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// People and companies outside.
public final class Contacts {
    private static final int NAME_LENGTH = 200;

    private static final String NOWHERE = "ZZ";

    private final ContactStore store;
    private final CardStore cards;

    Contacts(ContactStore store, CardStore cards) {
        this.store = store;
        this.cards = cards;
    }

    /// Who is behind an address that work arrives from: found by its normal form, or made with the address as name.
    ///
    /// Two arrivals of the same new address at once make one contact.
    public ContactRef arriving(Tx tx, AddressKind kind, String raw) {
        return arrivingSoon(tx, kind, raw).get();
    }

    /// As [#arriving], looked for in the same message as what the transaction asks next, and made when it is asked for.
    public Supplier<ContactRef> arrivingSoon(Tx tx, AddressKind kind, String raw) {
        // a number with its country code is read alike everywhere, and that is how carriers tell them
        var country = raw.startsWith("+") ? NOWHERE : store.country(tx);
        var value = AddressForm.arriving(kind, raw, country);
        return store.byAddress(tx, kind, value).map(found -> found.orElseGet(() -> created(tx, kind, value)));
    }

    /// A contact by id with its first address; [Fault.NotFound] when there is none.
    public ContactRef ref(Tx tx, ContactId id) {
        var contact = find(tx, id);
        var address = contact.addresses().isEmpty()
                ? null
                : contact.addresses().getFirst().value();
        return new ContactRef(contact.id(), contact.name(), address);
    }

    /// A number in E.164 as the tenant's country dials it; empty when it is none.
    public Optional<String> phone(Tx tx, String raw) {
        return AddressForm.phone(raw, store.country(tx));
    }

    Contact find(Tx tx, ContactId id) {
        return store.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such contact."));
    }

    ContactCard card(Tx tx, ContactId id) {
        return cards.card(tx, find(tx, id));
    }

    /// One page, the newest first.
    List<Contact> list(Tx tx, String query, Paging paging) {
        var before = paging.after().map(cursor -> cursor.instant(0)).orElse(null);
        var id = paging.after().map(cursor -> cursor.uuid(1)).orElse(null);
        return query.isBlank()
                ? store.newest(tx, before, id, paging.limit())
                : store.search(tx, query.strip(), before, id, paging.limit());
    }

    Contact create(Tx tx, NewContact wanted) {
        var id = new ContactId(Ids.next());
        store.insert(tx, id, name(wanted.name()), wanted.company(), wanted.tags(), wanted.fields());
        addAll(tx, id, AddressKind.PHONE, wanted.phones());
        addAll(tx, id, AddressKind.EMAIL, wanted.emails());
        return find(tx, id);
    }

    Contact change(Tx tx, ContactId id, ContactChange change) {
        var now = find(tx, id);
        store.change(
                tx,
                now.id(),
                change.name() == null ? now.name() : name(change.name()),
                change.company() == null ? now.company() : change.company(),
                change.tags() == null ? now.tags() : change.tags(),
                change.fields() == null ? now.fields() : change.fields());
        return find(tx, id);
    }

    private ContactRef created(Tx tx, AddressKind kind, String value) {
        var id = new ContactId(Ids.next());
        return store.arrived(tx, id, new AddressId(Ids.next()), kind, value)
                ? new ContactRef(id, value, value)
                : store.byAddress(tx, kind, value).get().orElseThrow();
    }

    private void addAll(Tx tx, ContactId id, AddressKind kind, List<String> raws) {
        for (var raw : raws) {
            var value = normal(tx, kind, raw);
            if (!store.insertAddress(tx, new AddressId(Ids.next()), id, kind, value)) {
                throw new Fault.Conflict("%s belongs to another contact already.".formatted(value));
            }
        }
    }

    private String normal(Tx tx, AddressKind kind, String raw) {
        return switch (kind) {
            case PHONE ->
                phone(tx, raw)
                        .orElseThrow(() -> new Fault.Invalid("phones", "“%s” is no telephone number.".formatted(raw)));
            case EMAIL ->
                AddressForm.email(raw)
                        .orElseThrow(() -> new Fault.Invalid("emails", "“%s” is no mail address.".formatted(raw)));
        };
    }

    private static String name(String raw) {
        var name = raw.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new Fault.Invalid("name", "A name has 1 to %d characters.".formatted(NAME_LENGTH));
        }
        return name;
    }
}
