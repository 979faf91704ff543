/// Text messages both ways, their delivery states, and the replies documents ask for.
@NullMarked
package io.trunkline.simulator.messaging;

import org.jspecify.annotations.NullMarked;
