package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.Obstacle;
import java.net.URI;

/// The port of the page that asks where the contact centre is. Blocks; called off the FX thread.
public interface AddressGateway {
    /// Looks what is at an address.
    Found look(URI address);

    /// What is there.
    sealed interface Found {
        /// A backend that this program can work with, at the address to which the one asked for led.
        record Centre(URI address) implements Found {}

        /// A backend that is starting, or whose database is away.
        record NotReady() implements Found {}

        /// A backend that does not answer what this program asks.
        record CentreTooOld() implements Found {}

        /// A backend that needs a newer program; `page` says where it is, or is empty.
        record ProgramTooOld(String needed, String page) implements Found {}

        /// Something else that answers.
        record SomethingElse() implements Found {}

        /// No computer has this name.
        record NoSuchHost() implements Found {}

        /// The computer is there, and nothing listens.
        record NothingListens() implements Found {}

        /// Nothing came back in time.
        record Silence() implements Found {}

        /// Something that only IT can take away stands between.
        record Obstructed(Obstacle obstacle) implements Found {}

        /// It was asked with encryption, and speaks without.
        record NotEncrypted() implements Found {}
    }
}
