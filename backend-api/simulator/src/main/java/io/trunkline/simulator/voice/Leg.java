package io.trunkline.simulator.voice;

import io.trunkline.simulator.webhook.Form;
import org.jspecify.annotations.Nullable;

/// What a call is made of before it exists.
///
/// @param extra fields the application is always sent along
public record Leg(
        String from,
        String to,
        Direction direction,
        @Nullable Call parent,
        FarEnd far,
        Subscription subscription,
        Form extra) {}
