/// The desktop program itself: its versions, where to get them, and what it tells of itself when something is wrong.
@NullMarked
package io.trunkline.model.desktop;

import org.jspecify.annotations.NullMarked;
