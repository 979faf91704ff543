/// One piece of work, its reservation, notes and outcome.
@NullMarked
package io.trunkline.model.interaction;

import org.jspecify.annotations.NullMarked;
