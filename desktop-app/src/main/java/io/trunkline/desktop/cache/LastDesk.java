package io.trunkline.desktop.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.DeskSnapshot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk as it was seen last, for reading while the backend does not answer.
public final class LastDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LastDesk.class);

    /// What was seen, and when by the backend's clock.
    public record Seen(DeskSnapshot desk, Instant at) {}

    private record Row(String body, Instant at) {}

    private final Sql sql;

    LastDesk(Sql sql) {
        this.sql = sql;
    }

    public void keep(DeskSnapshot desk, Instant at) {
        try {
            sql.update(
                    "merge into kept (name, body, at) key (name) values ('desk', ?, ?)",
                    Json.mapper().writeValueAsString(desk),
                    at.atOffset(ZoneOffset.UTC));
        } catch (JsonProcessingException e) {
            throw new CacheFailure(e);
        }
    }

    public Optional<Seen> seen() {
        var rows = sql.list(
                "select body, at from kept where name = 'desk'",
                row -> new Row(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()));
        return rows.stream().findFirst().flatMap(LastDesk::read);
    }

    /// A picture an older program wrote may not be readable; it is only a picture.
    private static Optional<Seen> read(Row row) {
        try {
            return Optional.of(new Seen(Json.mapper().readValue(row.body(), DeskSnapshot.class), row.at()));
        } catch (JsonProcessingException e) {
            LOG.info("The desk kept by an older version cannot be shown: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
