package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.RoleChange;
import io.trunkline.model.identity.RoleRights;

/// `/api/v1/roles`
final class RoleRoutes {
    private final Roles roles;
    private final Database database;

    RoleRoutes(Roles roles, Database database) {
        this.roles = roles;
        this.database = database;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/roles")
                .needs(Permission.USER_READ)
                .summary("The roles and what each allows")
                .returnsList(RoleRights.class)
                .to(request -> database.inTenant(request.tenant(), roles::all));
        routes.put("/api/v1/roles/{role}")
                .needs(Permission.USER_WRITE)
                .summary("Change what a role allows; it holds at once")
                .takes(RoleChange.class)
                .returns(RoleRights.class)
                .to(this::change);
    }

    private RoleRights change(Request request, RoleChange change) {
        var wanted = Inputs.present("permissions", change.permissions());
        var role = role(request.path("role"));
        return database.inTenant(request.tenant(), tx -> roles.change(tx, request.member(), role, wanted));
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException _) {
            throw new Fault.NotFound("There is no such role.");
        }
    }
}
