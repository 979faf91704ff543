/// TwiML as the carrier reads it: a document becomes verbs, or is refused with the carrier's error code.
@NullMarked
package io.trunkline.simulator.twiml;

import org.jspecify.annotations.NullMarked;
