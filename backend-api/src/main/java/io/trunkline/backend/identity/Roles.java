package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.RoleRights;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What stands behind the roles of a tenant.
///
/// Nobody gives what they do not have themselves, only administrators change what administrators may, and those always
/// keep the right to change people and roles: a tenant cannot lock itself out.
final class Roles {
    private static final Set<Permission> KEPT = EnumSet.of(Permission.USER_READ, Permission.USER_WRITE);

    private final RightsStore store = new RightsStore();
    private final Audit audit;
    private final Runnable forget;

    /// `forget` makes this node read everybody's rights anew; other nodes do so within [Principals#FRESH].
    Roles(Audit audit, Runnable forget) {
        this.audit = audit;
        this.forget = forget;
    }

    List<RoleRights> all(Tx tx) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleRights(role, store.of(tx, role)))
                .toList();
    }

    RoleRights change(Tx tx, Principal.Member by, Role role, Set<Permission> wanted) {
        var before = store.of(tx, role);
        var given = without(wanted, before);
        var taken = without(before, wanted);
        check(by, role, wanted, given);
        given.forEach(permission -> store.grant(tx, role, permission));
        taken.forEach(permission -> store.revoke(tx, role, permission));
        if (!given.isEmpty() || !taken.isEmpty()) {
            var actor = new Audit.Actor(by.user(), by.onBehalfOf().orElse(null));
            var detail = Map.of("given", given.toString(), "taken", taken.toString());
            audit.record(tx, actor, "role.changed", "role " + role, detail);
            tx.afterCommit(forget);
        }
        return new RoleRights(role, wanted);
    }

    private static void check(Principal.Member by, Role role, Set<Permission> wanted, Set<Permission> given) {
        if (role == Role.ADMIN && !by.roles().contains(Role.ADMIN)) {
            throw new Fault.Forbidden("Only administrators change what administrators may.");
        }
        if (role == Role.ADMIN && !wanted.containsAll(KEPT)) {
            throw new Fault.Conflict("Administrators keep %s.".formatted(new TreeSet<>(KEPT)));
        }
        var own = given.stream().filter(permission -> !by.may(permission)).toList();
        if (!own.isEmpty()) {
            throw new Fault.Forbidden("You cannot give what you may not do yourself: %s.".formatted(own));
        }
    }

    private static Set<Permission> without(Set<Permission> all, Set<Permission> some) {
        var left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }
}
