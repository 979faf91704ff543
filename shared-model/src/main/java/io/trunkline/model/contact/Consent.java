package io.trunkline.model.contact;

/// Whether the contact agreed to be reached at an address.
public enum Consent {
    UNKNOWN,
    GIVEN,
    WITHDRAWN
}
