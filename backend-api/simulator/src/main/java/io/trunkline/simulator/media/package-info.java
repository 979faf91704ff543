/// Sound: ten milliseconds at a time, who makes it, who keeps it, and the peers that carry it to devices.
///
/// Knows nothing of calls, and is the only package that may use libwebrtc. Everything that is mixed is touched by the
/// [MediaClock]'s thread alone; libwebrtc's threads only leave frames in an [Inlet].
@NullMarked
package io.trunkline.simulator.media;

import org.jspecify.annotations.NullMarked;
