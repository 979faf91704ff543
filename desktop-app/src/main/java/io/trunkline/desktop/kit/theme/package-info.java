/// The look: AtlantaFX light and dark, the bundled fonts, the type scale and the grid.
///
/// Law: the only package that names a theme or a font; colours elsewhere come through its variables.
@NullMarked
package io.trunkline.desktop.kit.theme;

import org.jspecify.annotations.NullMarked;
