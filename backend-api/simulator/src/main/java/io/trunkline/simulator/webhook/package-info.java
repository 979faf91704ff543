/// How the carrier speaks to the application: signed forms, retries, time limits, and callbacks in the order its mood
/// allows.
@NullMarked
package io.trunkline.simulator.webhook;

import org.jspecify.annotations.NullMarked;
