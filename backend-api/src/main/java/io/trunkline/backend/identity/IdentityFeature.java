package io.trunkline.backend.identity;

import io.trunkline.backend.live.Admission;
import io.trunkline.backend.live.Hub;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Workers;
import java.time.Clock;
import java.time.Duration;

/// Wires identity. Everything else in this package is hidden from the rest of the backend, except [Tenants], [Audit]
/// and [Memberships].
public final class IdentityFeature {
    private final IdentityConfig config;
    private final Audit audit = new Audit();
    private final MembershipsSlot memberships = new MembershipsSlot();
    private final Tenants tenants;
    private final Revocations revocations = new Revocations();
    private final SocketWatch sockets;
    private final RouteGuard guard;
    private final SessionRoutes sessionRoutes;
    private final UserRoutes userRoutes;
    private final AuditRoutes auditRoutes;
    private final RoleRoutes roleRoutes;

    public IdentityFeature(Settings settings, Database database, Clock clock) {
        config = IdentityConfig.from(settings);
        var passwords = new Passwords();
        var tokens = new AccessTokens(TokenKey.from(config), clock);
        var sessions = new Sessions(tokens, config.refreshLife());
        var users = new Users(sessions, audit, revocations, memberships);
        var principals = new Principals(tokens, database, clock);
        revocations.listen((_, user) -> principals.forget(user));
        sockets = new SocketWatch(tokens, principals, database, clock);
        tenants = new Tenants(database, passwords, users, audit, clock);
        guard = new RouteGuard(principals, new Allowance(config.requestsPerMinute(), clock));
        var signIns = new SignIns(database, passwords, sessions, audit, revocations);
        var ownPassword = new OwnPassword(database, passwords, sessions, audit, revocations);
        sessionRoutes = new SessionRoutes(signIns, sessions, tokens, database, ownPassword);
        roleRoutes = new RoleRoutes(new Roles(audit, principals::forgetAll), database);
        userRoutes = new UserRoutes(users, passwords, database);
        auditRoutes = new AuditRoutes(database);
    }

    /// The tenants alone, for a command beside or instead of a running program. It signs nobody in, so its key is
    /// nobody's.
    public static Tenants tenants(Database database, Clock clock) {
        var audit = new Audit();
        var sessions = new Sessions(new AccessTokens(TokenKey.nobodys(), clock), Duration.ZERO);
        var users = new Users(sessions, audit, new Revocations(), new MembershipsSlot());
        return new Tenants(database, new Passwords(), users, audit, clock);
    }

    /// Stands in front of the route table.
    public Guard guard() {
        return guard;
    }

    /// Lets desktops' sockets in.
    public Admission admission() {
        return sockets;
    }

    /// Has sockets closed when what was granted to their person is revoked: at once here, within a second on other
    /// nodes.
    public void dismissFrom(Hub hub, Workers workers) {
        revocations.listen(hub::dismiss);
        workers.loop("revoked-sockets", Principals.FRESH, () -> sockets.sweep(hub));
    }

    public Tenants tenants() {
        return tenants;
    }

    public Audit audit() {
        return audit;
    }

    /// Says who keeps the queues and skills of users; called once, by routing's wiring.
    public void keepMemberships(Memberships keeper) {
        memberships.fill(keeper);
    }

    public void routes(Routes routes) {
        sessionRoutes.declare(routes);
        userRoutes.declare(routes);
        auditRoutes.declare(routes);
        roleRoutes.declare(routes);
    }

    /// Makes the first tenant and its administrator, when settings name them and there is no tenant yet.
    public void bootstrap() {
        tenants.bootstrap(config.bootstrap());
    }
}
