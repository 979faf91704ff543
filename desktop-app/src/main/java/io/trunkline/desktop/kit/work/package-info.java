/// The way off the FX thread and back onto it: blocking work, live events, timers.
///
/// Law: the only package of the desktop that calls `runLater` or starts threads; it knows nothing of contact centres.
@NullMarked
package io.trunkline.desktop.kit.work;

import org.jspecify.annotations.NullMarked;
