/// The packaged desktop beside headless Chromium with an equal page: size, memory, start.
@NullMarked
package io.trunkline.installer.bench;

import org.jspecify.annotations.NullMarked;
