/// Everything that travels on the live feed.
@NullMarked
package io.trunkline.model.live;

import org.jspecify.annotations.NullMarked;
