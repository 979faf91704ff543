package io.trunkline.model.contact;

import io.trunkline.model.AddressId;

/// Where a contact is reached. A telephone number is E.164.
public record Address(AddressId id, AddressKind kind, String value, Consent consent) {}
