/// What somebody who helps from afar needs to know of a backend, without anything personal. Law: nothing goes into the
/// bundle past [Mask].
@NullMarked
package io.trunkline.backend.diagnostics;

import org.jspecify.annotations.NullMarked;
