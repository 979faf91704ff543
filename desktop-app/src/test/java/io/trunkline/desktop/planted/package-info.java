/// Breaks the laws on purpose, so that a law that no longer bites is found.
@NullMarked
package io.trunkline.desktop.planted;

import org.jspecify.annotations.NullMarked;
