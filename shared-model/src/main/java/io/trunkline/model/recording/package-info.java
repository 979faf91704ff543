/// Stored audio.
@NullMarked
package io.trunkline.model.recording;

import org.jspecify.annotations.NullMarked;
