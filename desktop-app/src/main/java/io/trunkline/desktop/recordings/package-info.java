/// What was: the list of interactions and the audio that was stored of them.
///
/// Law: uses no other feature; sound is played behind the `AudioPlayer` port.
@NullMarked
package io.trunkline.desktop.recordings;

import org.jspecify.annotations.NullMarked;
