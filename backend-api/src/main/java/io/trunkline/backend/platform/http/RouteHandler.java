package io.trunkline.backend.platform.http;

import io.helidon.webserver.http.ServerResponse;

/// Answers a request that the guard has let through. Whatever it throws is answered by [FaultMapper].
@FunctionalInterface
public interface RouteHandler {
    void answer(Request request, ServerResponse response) throws Exception;
}
