package io.trunkline.backend.platform.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.List;

/// What the server refuses before a route is found: it too answers with a problem document.
final class Refusals implements DirectHandler {
    static DirectHandlers handlers() {
        var builder = DirectHandlers.builder();
        for (var type : DirectHandler.EventType.values()) {
            builder.addHandler(type, new Refusals());
        }
        return builder.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        var problem = FaultMapper.problem(status, FaultMapper.detail(status), null, List.of());
        headers.set(FaultMapper.PROBLEM);
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .entity(Bodies.write(problem))
                .keepAlive(false)
                .build();
    }
}
