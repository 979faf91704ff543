package io.trunkline.desktop.contacts;

import io.trunkline.model.ContactId;
import io.trunkline.model.Page;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import org.jspecify.annotations.Nullable;

/// What contacts ask of the backend. Blocks; throws `BackendFailure`.
public interface ContactsGateway {
    ContactCard card(ContactId contact);

    Page<Contact> search(String words, @Nullable String cursor);
}
