package io.trunkline.desktop.shell;

import io.trunkline.model.ContactId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;

/// Where somebody wants to go, as data: what a feature hands over instead of calling another feature.
public sealed interface NavigationTarget {
    /// A page as it was left.
    record Whole(Place page) implements NavigationTarget {}

    /// One interaction on the desk.
    record OneInteraction(InteractionId interaction) implements NavigationTarget {}

    /// One thread in the inbox.
    record OneThread(ThreadId thread) implements NavigationTarget {}

    /// One contact's card.
    record OneContact(ContactId contact) implements NavigationTarget {}

    /// The page that shows the target.
    default Place place() {
        return switch (this) {
            case Whole(var page) -> page;
            case OneInteraction _ -> Place.DESK;
            case OneThread _ -> Place.INBOX;
            case OneContact _ -> Place.CONTACTS;
        };
    }
}
