package io.trunkline.backend.platform.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/// Answers that are JSON or nothing.
final class Reply {
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NO_SNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");

    private Reply() {}

    static void json(ServerResponse response, int status, Object value) {
        response.status(Status.create(status))
                .header(JSON)
                .header(NO_STORE)
                .header(NO_SNIFF)
                .send(Bodies.write(value));
    }

    static void nothing(ServerResponse response) {
        response.status(Status.NO_CONTENT_204).send();
    }
}
