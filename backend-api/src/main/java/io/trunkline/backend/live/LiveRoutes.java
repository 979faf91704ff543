package io.trunkline.backend.live;

import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Routes;

/// `/api/v1/live`, asked without becoming a socket: 401 for whom the admission refused.
final class LiveRoutes {
    void declare(Routes routes) {
        routes.get(LiveFeature.PATH)
                .signedIn()
                .unmetered()
                .summary("The live feed; a WebSocket with a bearer token in its Authorization header")
                .query("since", "The number of the last event the client has")
                .returnsNothing()
                .to(_ -> {
                    throw new Fault.Invalid("", "This address is a WebSocket.");
                });
    }
}
