package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.call.LineGrade;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// How the line of one call was, from the samples the SDK takes each second.
final class CallMeter {
    private static final double PER_CENT = 100;

    private final Set<String> warnings = new LinkedHashSet<>();
    private String codec = "";
    private long samples;
    private long scored;
    private double mos;
    private double lowestMos = Double.MAX_VALUE;
    private double jitter;
    private double highestJitter;
    private double roundTrip;
    private double highestRoundTrip;
    private double lostOfAll;
    private long received;

    /// Empty while the SDK has not heard enough to judge.
    Optional<VoiceEvent.Line> add(JsonNode sample) {
        var now = measure(sample);
        samples++;
        codec = sample.path("codec").asText(codec);
        lostOfAll = sample.path("totals").path("packetsLostFraction").asDouble(0) / PER_CENT;
        jitter += now.jitter();
        highestJitter = Math.max(highestJitter, now.jitter());
        roundTrip += now.roundTrip();
        highestRoundTrip = Math.max(highestRoundTrip, now.roundTrip());
        var before = received;
        received = sample.path("totals").path("packetsReceived").asLong(before);
        if (received == before) {
            return Optional.of(new VoiceEvent.Line(Quality.SILENT, now));
        }
        if (now.mos() <= 0) {
            return Optional.empty();
        }
        scored++;
        mos += now.mos();
        lowestMos = Math.min(lowestMos, now.mos());
        return Optional.of(new VoiceEvent.Line(quality(now.mos()), now));
    }

    void warn(String name) {
        warnings.add(name);
    }

    Set<String> warnings() {
        return warnings;
    }

    /// The average of all samples so far.
    Measure average() {
        return new Measure(share(mos, scored), lostOfAll, share(jitter, samples), share(roundTrip, samples));
    }

    /// Empty where the call was too short for a sample.
    Optional<CallQuality> quality(Instant from, Instant until) {
        if (scored == 0) {
            return Optional.empty();
        }
        var average = average();
        return Optional.of(new CallQuality(
                average.mos(),
                lowestMos,
                average.loss(),
                average.jitter(),
                highestJitter,
                average.roundTrip(),
                highestRoundTrip,
                samples,
                codec,
                warnings.stream().toList(),
                from,
                until));
    }

    static Quality quality(double mos) {
        return switch (LineGrade.of(mos)) {
            case GOOD -> Quality.GOOD;
            case FAIR -> Quality.FAIR;
            case POOR -> Quality.POOR;
        };
    }

    private static Measure measure(JsonNode sample) {
        return new Measure(
                sample.path("mos").asDouble(0),
                sample.path("lost").asDouble(0) / PER_CENT,
                sample.path("jitter").asDouble(0),
                sample.path("rtt").asDouble(0));
    }

    private static double share(double sum, long of) {
        return of == 0 ? 0 : sum / of;
    }
}
