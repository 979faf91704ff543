/// What every screen is made of.
///
/// Law: `kit..` knows JavaFX, ControlsFX, AtlantaFX and ikonli; it knows nothing of contact centres.
@NullMarked
package io.trunkline.desktop.kit;

import org.jspecify.annotations.NullMarked;
