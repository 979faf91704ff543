package io.trunkline.backend.identity;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.User;
import io.trunkline.model.identity.UserChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The people of a tenant.
///
/// A change of roles and a disabling make every access token of the user useless at once, also on open sockets. A
/// tenant keeps at least one administrator who can sign in.
final class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final UserStore store = new UserStore();
    private final Sessions sessions;
    private final Audit audit;
    private final Revocations revocations;
    private final MembershipsSlot memberships;

    Users(Sessions sessions, Audit audit, Revocations revocations, MembershipsSlot memberships) {
        this.sessions = sessions;
        this.audit = audit;
        this.revocations = revocations;
        this.memberships = memberships;
    }

    List<User> page(Tx tx, Optional<UserId> after, int limit) {
        return store.page(tx, after, limit);
    }

    Optional<User> find(Tx tx, UserId id) {
        return store.find(tx, id);
    }

    /// Creates a user; `passwordHash` was made outside of the transaction, since that takes its time.
    User add(Tx tx, Audit.Actor actor, NewUser wanted, String passwordHash) {
        var id = new UserId(Ids.next());
        if (!store.add(tx, id, wanted.email().strip(), wanted.name(), passwordHash)) {
            throw new Fault.Conflict("Somebody has this e-mail address already.");
        }
        store.roles(tx, id, wanted.roles());
        if (wanted.team() != null) {
            store.team(tx, id, wanted.team());
        }
        if (!wanted.queues().isEmpty() || !wanted.skills().isEmpty()) {
            memberships.assign(tx, new AgentId(id.value()), wanted.queues(), wanted.skills());
        }
        audit.record(tx, actor, "user.created", "user " + id, Map.of("roles", names(wanted.roles())));
        LOG.info("User {} created", id);
        return one(tx, id);
    }

    User change(Tx tx, Audit.Actor actor, UserId id, UserChange change) {
        var before = one(tx, id);
        if (change.name() != null) {
            store.rename(tx, id, change.name());
        }
        if (change.team() != null) {
            store.team(tx, id, change.team());
        }
        if (change.queues() != null || change.skills() != null) {
            memberships.assign(tx, new AgentId(id.value()), change.queues(), change.skills());
        }
        if (changeRights(tx, before, change) || change.queues() != null) {
            // Whoever remembers what the user may see reads it anew; an open socket comes back with the new queues.
            revocations.after(tx, id);
        }
        audit.record(tx, actor, "user.changed", "user " + id, told(change));
        LOG.info("User {} changed", id);
        return one(tx, id);
    }

    private boolean changeRights(Tx tx, User before, UserChange change) {
        var roles = change.roles() == null ? before.roles() : change.roles();
        var active = change.active() == null ? before.active() : change.active();
        if (roles.equals(before.roles()) && active == before.active()) {
            return false;
        }
        var administers = before.active() && before.roles().contains(Role.ADMIN);
        if (administers && !(active && roles.contains(Role.ADMIN)) && store.administrators(tx) <= 1) {
            throw new Fault.Conflict("This is the last administrator; make somebody else one first.");
        }
        store.roles(tx, before.id(), roles);
        store.active(tx, before.id(), active);
        store.nextEpoch(tx, before.id());
        if (!active) {
            sessions.endAll(tx, before.id());
        }
        return true;
    }

    private static Map<String, String> told(UserChange change) {
        var told = new HashMap<String, String>();
        if (change.roles() != null) {
            told.put("roles", names(change.roles()));
        }
        if (change.active() != null) {
            told.put("active", change.active().toString());
        }
        return told;
    }

    private static String names(Set<Role> roles) {
        return new TreeSet<>(roles).toString();
    }

    private User one(Tx tx, UserId id) {
        return store.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such user."));
    }
}
