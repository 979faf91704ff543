/// Decides who is offered what; delivers through the `OfferTransport` it declares.
///
/// Law: may use live, identity, presence and interactions. [Router] and everything below it is pure: no clock, no
/// thread, no database; times are microseconds since the epoch and come from outside.
@NullMarked
package io.trunkline.backend.routing;

import org.jspecify.annotations.NullMarked;
