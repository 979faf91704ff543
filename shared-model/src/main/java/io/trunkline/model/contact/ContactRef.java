package io.trunkline.model.contact;

import io.trunkline.model.ContactId;
import org.jspecify.annotations.Nullable;

/// A contact by name, with the address of the interaction at hand.
public record ContactRef(
        ContactId id, String name, @Nullable String address) {}
