/// The live feed, exactly once and in order. Law: publishes what features append and never looks inside an event.
@NullMarked
package io.trunkline.backend.live;

import org.jspecify.annotations.NullMarked;
