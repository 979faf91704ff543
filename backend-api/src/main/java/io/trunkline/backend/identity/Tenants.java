package io.trunkline.backend.identity;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The companies that use this server.
public final class Tenants {
    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);

    private final TenantStore store = new TenantStore();
    private final UserStore people = new UserStore();
    private final OneTimePassword oneTime = new OneTimePassword();
    private final RightsStore rights = new RightsStore();
    private final Database database;
    private final Passwords passwords;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    Tenants(Database database, Passwords passwords, Users users, Audit audit, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.passwords = passwords;
        this.users = users;
        this.audit = audit;
    }

    /// Every tenant, oldest first; what background work goes through.
    public List<TenantId> all() {
        return database.asSystem(store::all);
    }

    /// The tenant of this short name.
    public Optional<TenantId> byKey(String key) {
        return database.asSystem(handle -> store.byKey(handle, key));
    }

    /// Creates a tenant with the default permissions of every role and its first administrator, all of it or nothing.
    /// Refuses a short name that is taken with [Fault.Conflict], and what [NewUser] may not hold with
    /// [Fault.Invalid].
    public TenantId create(NewTenant tenant, String person, String email, String password) {
        return create(tenant, person, email, password, Optional.empty());
    }

    /// As [#create], with a password that is made here, given back once, and good once.
    public Newcomer begin(NewTenant tenant, String person, String email) {
        var password = oneTime.make();
        var until = clock.instant().plus(OneTimePassword.LIFE);
        create(tenant, person, email, password, Optional.of(until));
        return new Newcomer(email, password, until);
    }

    /// A new password that is good once for a first administrator who has not chosen an own one yet; nothing when they
    /// have.
    public Optional<Newcomer> renew(TenantId tenant) {
        var password = oneTime.make();
        var hash = passwords.hash(password);
        var until = clock.instant().plus(OneTimePassword.LIFE);
        return database.inTenant(
                tenant,
                tx -> people.newcomer(tx).map(user -> {
                    people.oneTime(tx, user.id(), hash, until);
                    audit.record(tx, Audit.Actor.SYSTEM, "user.password-renewed", "user " + user.id(), Map.of());
                    return new Newcomer(user.email(), password, until);
                }));
    }

    /// Somebody who has a password that is good once.
    public record Newcomer(String email, String password, Instant until) {
        @Override
        public String toString() {
            return "Newcomer[]";
        }
    }

    private TenantId create(
            NewTenant tenant, String person, String email, String password, Optional<Instant> goodOnceUntil) {
        var administrator = new NewUser(person, email, password, Set.of(Role.ADMIN), null, List.of(), Map.of());
        UserChecks.check(administrator);
        var hash = passwords.hash(password);
        var id = new TenantId(Ids.next());
        database.doInTenant(id, tx -> {
            if (!store.add(tx, tenant)) {
                throw new Fault.Conflict("There is a tenant of this short name already.");
            }
            permissions(tx);
            audit.record(tx, Audit.Actor.SYSTEM, "tenant.created", "tenant " + tenant.key(), Map.of());
            var user = users.add(tx, Audit.Actor.SYSTEM, administrator, hash);
            goodOnceUntil.ifPresent(until -> people.oneTime(tx, user.id(), hash, until));
        });
        LOG.info("Tenant {} created as {}", tenant.key(), id);
        return id;
    }

    /// Makes the tenant and administrator that the settings name, when there is no tenant at all.
    void bootstrap(BootstrapConfig config) {
        if (config.tenant().isEmpty() || !all().isEmpty()) {
            return;
        }
        var wanted = new NewTenant(config.tenant().get(), config.name(), config.zone(), config.country());
        try {
            create(wanted, config.person(), config.email(), config.secret());
        } catch (Fault.Conflict _) {
            LOG.info("Another node has made tenant {} first", wanted.key());
        } catch (Fault.Invalid e) {
            throw new SettingFault(
                    "The first administrator cannot be made from the settings bootstrap.*: " + e.sentence());
        }
    }

    private void permissions(Tx tx) {
        for (var role : Role.values()) {
            RoleDefaults.of(role).forEach(permission -> rights.grant(tx, role, permission));
        }
    }
}
