package io.trunkline.model.contact;

/// What kind of address a contact is reached at.
public enum AddressKind {
    PHONE,
    EMAIL
}
