/// Follows the backend's live feed: every event once, in order, over any number of broken connections.
///
/// Law: no JavaFX; knows frames and sequence numbers, never what an event means.
@NullMarked
package io.trunkline.desktop.backend.live;

import org.jspecify.annotations.NullMarked;
