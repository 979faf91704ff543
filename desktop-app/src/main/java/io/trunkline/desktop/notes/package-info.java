/// One interaction in the middle of the desk: what happened, what was written down, and its wrap-up.
///
/// Law: uses no other feature. Wrap-up takes the composer's place; it is never a dialog.
@NullMarked
package io.trunkline.desktop.notes;

import org.jspecify.annotations.NullMarked;
