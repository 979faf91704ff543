/// Queues, skills, numbers and the figures of the wallboard.
@NullMarked
package io.trunkline.model.queue;

import org.jspecify.annotations.NullMarked;
