/// The signalling a desktop's voice device speaks: one WebSocket per device, legs that outlive it for a while.
@NullMarked
package io.trunkline.simulator.client;

import org.jspecify.annotations.NullMarked;
