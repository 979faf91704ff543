package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.contacts.ContactsGateway;
import io.trunkline.model.ContactId;
import io.trunkline.model.Page;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import org.jspecify.annotations.Nullable;

/// Contacts over REST.
public final class RestContacts implements ContactsGateway {
    private final Api api;

    public RestContacts(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public ContactCard card(ContactId contact) {
        return Answers.of(api.contact(contact));
    }

    @Override
    public Page<Contact> search(String words, @Nullable String cursor) {
        return Answers.of(api.contacts(words, cursor));
    }
}
