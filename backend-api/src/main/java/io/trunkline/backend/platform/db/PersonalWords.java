package io.trunkline.backend.platform.db;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out which words are in the names of people, whatever table they stand in.
public final class PersonalWords {
    private static final Set<String> COLUMNS = Set.of("name", "author_name", "email", "key", "label");

    /// Words that the log is made of, and that tell nothing even when somebody is called so.
    private static final Set<String> OURS = Set.of("info", "warn", "error", "trunkline", "tenant", "user");

    private PersonalWords() {}

    /// Those of `words`, in small letters, that are in somebody's name.
    public static Set<String> among(Snapshot snapshot, Set<String> words) {
        var found = new HashSet<String>();
        snapshot.read(handle -> {
            for (var table : snapshot.tables()) {
                for (var column :
                        table.columns().stream().filter(COLUMNS::contains).toList()) {
                    found.addAll(handle.createQuery("""
                            select distinct lower(w) from %s, regexp_split_to_table(%s::text, '[^[:alpha:]]+') w
                            where lower(w) = any(:words)""".formatted(table.quotedName(), TableShape.quoted(column)))
                            .bindArray("words", String.class, List.copyOf(words))
                            .mapTo(String.class)
                            .list());
                }
            }
        });
        found.removeAll(OURS);
        return found;
    }
}
