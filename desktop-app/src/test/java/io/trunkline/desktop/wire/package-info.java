/// A WebSocket server of a few lines, whose every frame and cut a test decides.
@NullMarked
package io.trunkline.desktop.wire;

import org.jspecify.annotations.NullMarked;
