package io.trunkline.simulator.voice;

import java.time.Instant;

/// A stay in a queue that is over.
///
/// @param result as the carrier says it: bridged, redirected, hangup, leave, error
public record Wait(String queue, Instant from, Instant until, String result) {}
