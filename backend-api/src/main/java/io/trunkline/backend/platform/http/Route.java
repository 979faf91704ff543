package io.trunkline.backend.platform.http;

import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;

/// One row of the route table: what the guard, the OpenAPI document and the tests over all routes read.
///
/// `path` holds parameters as `/api/v1/queues/{id}`. A route that is not `metered` does not count against a user's
/// rate. One that is `forEveryProgram` is not closed to desktops that are too old.
public record Route(
        Method method,
        String path,
        Access access,
        String summary,
        boolean metered,
        boolean forEveryProgram,
        List<Query> queries,
        Optional<Shape> request,
        Optional<Shape> response,
        int status) {
    public Route {
        queries = List.copyOf(queries);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with /: " + path);
        }
    }

    /// A query parameter, for the document.
    public record Query(String name, String about) {}

    /// What a body looks like.
    public sealed interface Shape {
        record One(Class<?> type) implements Shape {}

        record Many(Class<?> type) implements Shape {}

        record Paged(Class<?> type) implements Shape {}

        /// Not JSON: a media type such as `audio/wav`.
        record Other(String mediaType) implements Shape {}
    }

    @Override
    public String toString() {
        return method.text() + " " + path;
    }
}
