package io.trunkline.backend.platform.http;

import java.util.Optional;

/// How much of a list is asked for, and from where. Lists are read by key, never by offset.
public record Paging(int limit, Optional<Cursor> after) {
    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    static Paging of(Request request) {
        var limit = request.query("limit", Integer::parseInt, "a whole number from 1 to " + MOST)
                .orElse(DEFAULT);
        if (limit < 1 || limit > MOST) {
            throw new Fault.Invalid(
                    "limit", "The value of limit has to be a whole number from 1 to %d.".formatted(MOST));
        }
        return new Paging(limit, request.query("cursor").map(Cursor::read));
    }
}
