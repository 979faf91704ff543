package io.trunkline.backend.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.LiveEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event with its number in the log of its tenant. It is written as a frame once, however many clients hear it.
public final class LoggedEvent {
    private final TenantId tenant;
    private final long seq;
    private final Instant at;
    private final String type;
    private final @Nullable InteractionId interaction;
    private final String payload;
    private final Audience audience;
    private volatile @Nullable Frame frame;
    private volatile @Nullable LiveEvent event;

    LoggedEvent(
            TenantId tenant,
            long seq,
            Instant at,
            String type,
            @Nullable InteractionId interaction,
            String payload,
            Audience audience) {
        this.tenant = tenant;
        this.seq = seq;
        this.at = at;
        this.type = type;
        this.interaction = interaction;
        this.payload = payload;
        this.audience = audience;
    }

    public TenantId tenant() {
        return tenant;
    }

    /// Consecutive per tenant, from 1.
    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    /// The name under which the type stands in the log.
    public String type() {
        return type;
    }

    public Optional<InteractionId> interaction() {
        return Optional.ofNullable(interaction);
    }

    /// The event itself; [LiveEvent.Unknown] when a newer node wrote a type this one does not know.
    public LiveEvent event() {
        var read = event;
        if (read == null) {
            read = parse();
            event = read;
        }
        return read;
    }

    Audience audience() {
        return audience;
    }

    /// `LiveFrame.Event`, shared by everybody who hears it.
    Frame frame() {
        var written = frame;
        if (written == null) {
            written = new Frame(
                    "{\"frame\":\"event\",\"seq\":" + seq + ",\"at\":\"" + at + "\",\"event\":" + payload + "}");
            frame = written;
        }
        return written;
    }

    private LiveEvent parse() {
        try {
            return Json.mapper().readValue(payload, LiveEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event %d of %s cannot be read".formatted(seq, tenant), e);
        }
    }
}
