package io.trunkline.desktop.cache;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/// What was typed and not yet sent, by subject such as `note:INTERACTION` or `text:THREAD`.
public final class Drafts {
    private final Sql sql;
    private final Clock clock;

    Drafts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<String> of(String subject) {
        return sql.list("select text from draft where subject = ?", row -> row.getString(1), subject).stream()
                .findFirst();
    }

    /// A blank text forgets the draft.
    public void keep(String subject, String text) {
        if (text.isBlank()) {
            sql.update("delete from draft where subject = ?", subject);
            return;
        }
        sql.update(
                "merge into draft (subject, text, written_at) key (subject) values (?, ?, ?)",
                subject,
                text,
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
