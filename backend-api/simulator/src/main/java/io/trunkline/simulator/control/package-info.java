/// The simulator's own side: the people at the far ends, scenarios that make them act, the ledger, and a small REST to
/// drive it all by hand. Nothing here exists at the real carrier.
@NullMarked
package io.trunkline.simulator.control;

import org.jspecify.annotations.NullMarked;
