package io.trunkline.backend.desk;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.live.DeskSnapshot;

/// `/api/v1/desk`
final class DeskRoutes {
    private final Database database;
    private final Snapshots snapshots;

    DeskRoutes(Database database, Snapshots snapshots) {
        this.database = database;
        this.snapshots = snapshots;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/desk")
                .summary("All your desktop shows, with the number of the last event it knows of")
                .needs(Permission.DESK_USE)
                .returns(DeskSnapshot.class)
                .to(request -> database.inTenant(
                        request.tenant(),
                        tx -> snapshots.of(tx, request.member().agent())));
    }
}
