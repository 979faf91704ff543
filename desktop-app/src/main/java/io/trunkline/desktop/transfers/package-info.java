/// Hands a running call to a queue, an agent or a number.
///
/// Law: uses no other feature.
@NullMarked
package io.trunkline.desktop.transfers;

import org.jspecify.annotations.NullMarked;
