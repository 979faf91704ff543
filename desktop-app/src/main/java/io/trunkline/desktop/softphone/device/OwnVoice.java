package io.trunkline.desktop.softphone.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether one's own voice came back in a call to oneself. The carrier says that one should speak, is silent
/// while it records for five seconds, and plays back what it has: the voice is what is heard after that silence.
/// Where nothing was spoken meanwhile it is somebody else's: a carrier that cannot play what it has may say so.
///
/// Told on the media lane, asked by anybody.
final class OwnVoice {
    /// Shorter than the record, longer than any pause in what the carrier says.
    private static final Duration SILENCE = Duration.ofSeconds(4);

    /// Quieter is noise, or a microphone that delivers nothing.
    private static final double AUDIBLE = 0.005;

    private boolean asked;
    private boolean recorded;
    private boolean spoke;
    private @Nullable Instant silentSince;
    private volatile boolean back;

    void add(Instant at, double spoken, double heard) {
        if (heard > AUDIBLE) {
            sound();
        } else if (asked) {
            silence(at, spoken > AUDIBLE);
        }
    }

    boolean isBack() {
        return back;
    }

    private void sound() {
        asked = true;
        silentSince = null;
        if (recorded) {
            back = back || spoke;
        } else {
            spoke = false;
        }
    }

    private void silence(Instant at, boolean speaks) {
        var since = silentSince == null ? at : silentSince;
        silentSince = since;
        spoke = spoke || speaks;
        recorded = recorded || Duration.between(since, at).compareTo(SILENCE) >= 0;
    }
}
