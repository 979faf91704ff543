/// What view tests stand on: windows without a display, pictures of them, and walks that find what is wrong.
@NullMarked
package io.trunkline.desktop.headless;

import org.jspecify.annotations.NullMarked;
