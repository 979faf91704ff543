package io.trunkline.backend.ivr;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;

/// Wires flows. Others use [FlowRunner] and what it takes and gives.
public final class IvrFeature {
    private final FlowRoutes routes;

    public IvrFeature(Database database) {
        routes = new FlowRoutes(database, new FlowStore());
    }

    public void routes(Routes declared) {
        routes.declare(declared);
    }
}
