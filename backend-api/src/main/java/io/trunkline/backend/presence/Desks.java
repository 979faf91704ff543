package io.trunkline.backend.presence;

import io.trunkline.backend.live.ConnectionListener;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Permission;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Desktops that come and go, and those that stay away.
final class Desks implements ConnectionListener {
    private final Database database;
    private final Presences presences;
    private final PresenceConfig config;
    private final Clock clock;

    Desks(Database database, Presences presences, PresenceConfig config, Clock clock) {
        this.database = database;
        this.presences = presences;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void connected(Principal.Member member) {
        if (member.may(Permission.DESK_USE)) {
            database.doInTenant(member.tenant(), tx -> presences.connected(tx, member.agent()));
        }
    }

    @Override
    public void gone(Principal.Member member, BooleanSupplier another) {
        if (member.may(Permission.DESK_USE)) {
            database.doInTenant(member.tenant(), tx -> presences.lost(tx, member.agent(), another));
        }
    }

    @Override
    public void sentAway(Principal.Member member, BooleanSupplier another) {
        if (member.may(Permission.DESK_USE)) {
            database.doInTenant(member.tenant(), tx -> presences.sentAway(tx, member.agent(), another));
        }
    }

    void begin() {
        everyTenant(tenant -> database.doInTenant(tenant, presences::allLost));
    }

    void endGrace() {
        var limit = clock.instant().minus(config.grace());
        everyTenant(tenant -> database.doInTenant(tenant, tx -> presences.graceOver(tx, limit)));
    }

    private void everyTenant(Consumer<TenantId> work) {
        List<UUID> tenants = database.asSystem(PresenceStore::tenants);
        tenants.forEach(id -> work.accept(new TenantId(id)));
    }
}
