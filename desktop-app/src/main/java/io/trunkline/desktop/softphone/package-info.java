/// Offers and calls: rings, answers, and the bar of the running call.
///
/// Law: uses no other feature; voice goes through `softphone.device`.
@NullMarked
package io.trunkline.desktop.softphone;

import org.jspecify.annotations.NullMarked;
