/// What every feature stands on. Knows no feature.
@NullMarked
package io.trunkline.backend.platform;

import org.jspecify.annotations.NullMarked;
