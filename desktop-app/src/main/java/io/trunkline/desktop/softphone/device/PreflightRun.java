package io.trunkline.desktop.softphone.device;

import java.time.Duration;

/// One call to oneself: the carrier asks one to speak, records it, plays it back and hangs up.
final class PreflightRun {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /// All of it takes the carrier a quarter of a minute; one that does not hang up is not waited for longer.
    private static final Duration LONGEST = Duration.ofSeconds(30);

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
            leg.awaitEnd(LONGEST);
        } finally {
            calls.hangUp(leg);
        }
        var meter = leg.meter();
        return new Preflight(
                connected,
                meter.average(),
                meter.warnings().stream().toList(),
                leg.voice().isBack());
    }
}
