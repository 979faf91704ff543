/// The carrier account: who may ask, its numbers and applications, the clock it lives by and how unkind it is today.
/// Knows nothing of calls or messages.
@NullMarked
package io.trunkline.simulator.account;

import org.jspecify.annotations.NullMarked;
