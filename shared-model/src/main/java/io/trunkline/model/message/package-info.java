/// Threads and messages.
@NullMarked
package io.trunkline.model.message;

import org.jspecify.annotations.NullMarked;
