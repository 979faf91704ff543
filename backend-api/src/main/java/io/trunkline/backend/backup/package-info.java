/// The whole centre in one archive, and back: every row at one moment and every recording that the rows tell of. Law:
/// knows tables by the catalogue only, never by name.
@NullMarked
package io.trunkline.backend.backup;

import org.jspecify.annotations.NullMarked;
