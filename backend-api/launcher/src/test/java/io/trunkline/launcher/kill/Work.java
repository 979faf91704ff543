package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;

/// One piece of work in an agent's hands.
final class Work {
    private static final long TRY_AGAIN = Duration.ofMillis(500).toNanos();

    private final String reservation;
    private final String interaction;
    private final boolean written;
    private final long talk;
    private final long note;
    private String state = "OFFERED";
    private long tried;
    private long talking;
    private boolean noted;
    private boolean hungUp;

    Work(String reservation, String interaction, boolean written, Random random) {
        this.reservation = reservation;
        this.interaction = interaction;
        this.written = written;
        this.talk = Duration.ofMillis(6_000 + random.nextInt(10_000)).toNanos();
        this.note = Duration.ofMillis(500 + random.nextInt(4_000)).toNanos();
    }

    Work(JsonNode reservation, Random random) {
        this(
                reservation.path("id").asText(),
                reservation.path("interaction").asText(),
                !reservation.path("channel").asText().equals("VOICE"),
                random);
    }

    Work(String reservation, String interaction, Random random) {
        this(reservation, interaction, false, random);
    }

    String reservation() {
        return reservation;
    }

    String interaction() {
        return interaction;
    }

    boolean written() {
        return written;
    }

    String state() {
        return state;
    }

    /// Forward only: what was said over REST may be told by the feed later.
    void state(String next) {
        if (!state.equals("WRAPPING") && !(state.equals("ACCEPTED") && next.equals("OFFERED"))) {
            state = next;
        }
    }

    boolean mayTry() {
        var now = System.nanoTime();
        if (tried != 0 && now - tried < TRY_AGAIN) {
            return false;
        }
        tried = now;
        return true;
    }

    void talks() {
        if (talking == 0) {
            talking = System.nanoTime();
        }
    }

    /// Once, in the middle of the talk.
    boolean wantsToNote() {
        var now = !noted && System.nanoTime() - talking > note;
        noted |= now;
        return now;
    }

    boolean isSaid() {
        return System.nanoTime() - talking > talk;
    }

    boolean hangsUpOnce() {
        var first = !hungUp;
        hungUp = true;
        return first;
    }
}
