package io.trunkline.backend.recordings;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.TenantId;
import io.trunkline.model.live.RecordingEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the audio of completed recordings and stores it. Carriers announce audio before it is there, so a miss is
/// tried again for about a day; only what says it is audio, and does not begin like a document, is stored as such.
final class AudioFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(AudioFetcher.class);
    private static final int MOST_ATTEMPTS = 60;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Database database;
    private final RecordingStore store;
    private final MediaStore media;
    private final AudioSource source;
    private final RecordingTeller teller;

    AudioFetcher(
            Database database, RecordingStore store, MediaStore media, AudioSource source, RecordingTeller teller) {
        this.database = database;
        this.store = store;
        this.media = media;
        this.source = source;
        this.teller = teller;
    }

    /// Fetches what is due of a tenant; true when there may be more.
    boolean fetchDue(TenantId tenant) {
        var due = database.inTenant(tenant, tx -> store.take(tx, 4, tx.now().plus(LEASE)));
        due.forEach(recording -> fetch(tenant, recording));
        return !due.isEmpty();
    }

    private void fetch(TenantId tenant, RecordingRow recording) {
        try (var audio = source.fetch(tenant, recording.carrierSid())) {
            var type = audio.contentType()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll(";.*", "")
                    .strip();
            if (audio.status() != 200 || !type.startsWith("audio/")) {
                missed(tenant, recording, "status %d, %s".formatted(audio.status(), type));
                return;
            }
            var bytes = new BufferedInputStream(audio.bytes());
            if (isDocument(bytes)) {
                missed(tenant, recording, "a document instead of audio");
                return;
            }
            var stored = media.store(tenant, recording.id(), bytes);
            database.doInTenant(tenant, tx -> {
                if (store.stored(tx, recording.id(), stored, type)) {
                    store.find(tx, recording.id())
                            .ifPresent(now -> teller.tell(tx, new RecordingEvent.Stored(now.shown())));
                }
            });
            LOG.info("Recording {} is stored, {} bytes", recording.id(), stored.bytes());
        } catch (IOException e) {
            missed(tenant, recording, e.getClass().getSimpleName());
        }
    }

    private static boolean isDocument(BufferedInputStream bytes) throws IOException {
        bytes.mark(1);
        var first = bytes.read();
        bytes.reset();
        return first == '<' || first == '{' || first < 0;
    }

    private void missed(TenantId tenant, RecordingRow recording, String reason) {
        var last = recording.attempts() >= MOST_ATTEMPTS;
        if (last) {
            LOG.error("Recording {} could not be fetched: {}", recording.id(), reason);
        }
        database.doInTenant(
                tenant, tx -> store.failed(tx, recording.id(), reason, later(tx.now(), recording.attempts()), last));
    }

    private static Instant later(Instant now, int attempts) {
        var seconds = Math.min(1_800, 1L << Math.min(attempts, 11));
        return now.plusSeconds(seconds).plusMillis(ThreadLocalRandom.current().nextInt(1_000));
    }
}
