/// Flows: what a caller hears and may press, as data. Law: turns a flow and an input into instructions; never speaks
/// to a carrier.
@NullMarked
package io.trunkline.backend.ivr;

import org.jspecify.annotations.NullMarked;
