package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.model.call.VoiceCredentials;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the device in credentials that hold. Fetching them may take its time, so it has a lane of its own.
///
/// Taking new ones makes the SDK sign in again, which may be heard as a gap: during a call they are put by until the
/// call is over, or the old ones are about to end.
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Supplier<VoiceCredentials> source;
    private final Clock clock;
    private final BooleanSupplier talking;
    private final Consumer<VoiceCredentials> taken;
    private final Lane lane =
            new Lane("voice-credentials", e -> LOG.warn("Voice credentials could not be kept fresh", e));
    private Running again = Running.ENDED;
    private final Pauses unanswered = new Pauses();
    private final Pauses refused = new Pauses();
    private boolean asked;
    private volatile @Nullable VoiceCredentials putBy;
    private volatile @Nullable VoiceCredentials held;

    /// `taken` is called on this lane.
    Tokens(Supplier<VoiceCredentials> source, Clock clock, BooleanSupplier talking, Consumer<VoiceCredentials> taken) {
        this.source = source;
        this.clock = clock;
        this.talking = talking;
        this.taken = taken;
    }

    /// Fetches new ones soon, since the old ones end; asking again meanwhile changes nothing. `failed` is told each
    /// time it does not work.
    void renew(Consumer<String> failed) {
        lane.run(() -> {
            refused.reset();
            fetchIn(held == null ? Duration.ZERO : SOON, failed);
        });
    }

    /// Fetches new ones, since the carrier refuses the old ones: the later, the more often it has done so since it took
    /// any. Nobody mends by asking every second what somebody has set up wrongly.
    void replace(Consumer<String> failed) {
        lane.run(() -> {
            if (!asked) {
                fetchIn(refused.next(), failed);
            }
        });
    }

    /// The carrier has taken them.
    void good() {
        lane.run(refused::reset);
    }

    private void fetchIn(Duration pause, Consumer<String> failed) {
        if (!asked) {
            asked = true;
            again.cancel();
            again = lane.later(pause, () -> fetch(failed));
        }
    }

    /// The call is over.
    void callOver() {
        lane.run(this::takePutBy);
    }

    /// How long before their end the SDK is to ask for new ones: a minute, or a quarter of what is left.
    long refreshBefore(VoiceCredentials credentials) {
        var left = Duration.between(clock.instant(), credentials.expiresAt());
        var quarter = left.dividedBy(4);
        return Math.max(0, (quarter.compareTo(EARLY) < 0 ? quarter : EARLY).toMillis());
    }

    /// Whatever is waited for is waited for no more, and nothing is told of it.
    void close() {
        lane.cutShort();
    }

    private void fetch(Consumer<String> failed) {
        try {
            var fresh = source.get();
            asked = false;
            unanswered.reset();
            var now = held;
            if (now != null && talking.getAsBoolean() && left(now).compareTo(LAST_MOMENT) > 0) {
                putBy = fresh;
                again = lane.later(left(now).minus(LAST_MOMENT), this::takePutBy);
            } else {
                take(fresh);
            }
        } catch (RuntimeException e) {
            if (lane.isOver()) {
                return;
            }
            LOG.info("There are no voice credentials yet: {}", e.getMessage());
            failed.accept(String.valueOf(e.getMessage()));
            again = lane.later(unanswered.next(), () -> fetch(failed));
        }
    }

    private void takePutBy() {
        var waiting = putBy;
        putBy = null;
        if (waiting != null) {
            again.cancel();
            take(waiting);
        }
    }

    private void take(VoiceCredentials fresh) {
        held = fresh;
        taken.accept(fresh);
    }

    private Duration left(VoiceCredentials credentials) {
        return Duration.between(clock.instant(), credentials.expiresAt());
    }
}
