package io.trunkline.backend.analytics;

import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.queue.Wallboard;

/// `/api/v1/wallboard`
final class WallboardRoutes {
    private final Wallboards wallboards;

    WallboardRoutes(Wallboards wallboards) {
        this.wallboards = wallboards;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/wallboard")
                .summary("The figures of all queues")
                .needs(Permission.WALLBOARD_READ)
                .returns(Wallboard.class)
                .to(request -> wallboards.of(request.tenant()));
    }
}
