package io.trunkline.desktop.softphone.device;

import java.time.Duration;

/// One call to oneself: the carrier sends back what it hears.
final class PreflightRun {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /// The SDK warns of nothing in the first five seconds of a call.
    private static final Duration LENGTH = Duration.ofSeconds(8);

    /// Quieter is noise, or a microphone that delivers nothing.
    private static final double AUDIBLE = 0.005;

    private final Calls calls;

    PreflightRun(Calls calls) {
        this.calls = calls;
    }

    Preflight measure() throws InterruptedException {
        var begun = System.nanoTime();
        var leg = calls.tryOut();
        calls.await(leg, ANSWER);
        var connected = Duration.ofNanos(System.nanoTime() - begun);
        try {
            leg.awaitEnd(LENGTH);
        } finally {
            calls.hangUp(leg);
        }
        var meter = leg.meter();
        return new Preflight(
                connected, meter.average(), meter.warnings().stream().toList(), calls.loudest() > AUDIBLE);
    }
}
