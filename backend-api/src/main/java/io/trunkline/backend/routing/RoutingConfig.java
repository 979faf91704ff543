package io.trunkline.backend.routing;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.model.Channel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Settings of routing, the same for every tenant.
///
/// @param tick how often a router looks at its timers
/// @param coolOff how long an interaction is kept from an agent who did not take it
/// @param noAnswersUntilAway unanswered offers in a row after which an agent goes away
/// @param ringProof how long an agent's desktop has to say that it rings before somebody else is asked; 0 switches it
/// off
/// @param pointsPerPriority seconds of waiting that one step of priority is worth
/// @param slots how much an agent takes at once on a channel for whom nothing else is said
/// @param sweep how often a router compares its memory with the rows
public record RoutingConfig(
        Duration tick,
        Duration coolOff,
        int noAnswersUntilAway,
        Duration ringProof,
        int pointsPerPriority,
        Map<Channel, Integer> slots,
        Duration sweep) {
    static final RoutingConfig DEFAULT = from(Settings.of(Map.of()));

    public RoutingConfig {
        slots = Map.copyOf(slots);
    }

    public static RoutingConfig from(Settings settings) {
        return new RoutingConfig(
                settings.duration("routing.tick", Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofSeconds(1)),
                settings.duration(
                        "routing.cool-off", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
                settings.whole("routing.no-answers-until-away", 3, 1, 100),
                settings.duration("routing.ring-proof", Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(60)),
                settings.whole("routing.points-per-priority", 1, 0, 1_000_000),
                Map.of(
                        Channel.VOICE, settings.whole("routing.slots.voice", 1, 0, 20),
                        Channel.SMS, settings.whole("routing.slots.sms", 3, 0, 20)),
                settings.duration("routing.sweep", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)));
    }

    RouterRules rules() {
        return new RouterRules(
                new Ageing(1, pointsPerPriority),
                Times.micros(coolOff),
                noAnswersUntilAway,
                Times.micros(ringProof),
                Set.of(Channel.VOICE),
                RouterRules.DEFAULT.candidatesKept());
    }

    int slots(Channel channel) {
        return slots.getOrDefault(channel, 1);
    }
}
