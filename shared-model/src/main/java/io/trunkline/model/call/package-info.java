/// A running call as the desk sees and steers it.
@NullMarked
package io.trunkline.model.call;

import org.jspecify.annotations.NullMarked;
