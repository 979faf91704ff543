/// Who signs in, and what they may do.
@NullMarked
package io.trunkline.model.identity;

import org.jspecify.annotations.NullMarked;
