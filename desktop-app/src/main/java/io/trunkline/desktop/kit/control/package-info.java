/// The controls every feature builds its screens from.
///
/// Law: knows nothing of contact centres. Every control works by keyboard, shows its focus and has a name for
/// assistive technology. Controls that tick or listen do so only while they stand in a window.
@NullMarked
package io.trunkline.desktop.kit.control;

import org.jspecify.annotations.NullMarked;
