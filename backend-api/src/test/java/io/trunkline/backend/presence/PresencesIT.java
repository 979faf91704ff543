package io.trunkline.backend.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.EventStore;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.TenantId;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PresencesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final Presences presences = at("node-a");
    private TenantId tenant = POSTGRES.tenant();
    private AgentId ben = new AgentId(Ids.next());

    @BeforeEach
    void anAgentAtTheDesk() {
        tenant = POSTGRES.tenant();
        ben = somebody("Ben");
        database.doInTenant(tenant, tx -> presences.connected(tx, ben));
        change(PresenceState.AVAILABLE, null);
    }

    /// As a desktop does whose screen is there a moment before its live feed.
    @Test
    void whoIsAvailableForTheFirstTimeWhileTheirDesktopComesIsOfferedWork() throws Exception {
        var ana = somebody("Ana");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = database.inTenant(tenant, tx -> {
                presences.change(tx, ana, new PresenceChange(command(), PresenceState.AVAILABLE, null));
                var desktop =
                        threads.submit(() -> database.doInTenant(tenant, beside -> presences.connected(beside, ana)));
                Waits.until("the one waits for the other", this::isSomebodyWaiting);
                return desktop;
            });
            coming.get();
        }
        assertThat(database.<Boolean>inTenant(tenant, tx -> presences.reserve(tx, ana)))
                .isTrue();
    }

    private boolean isSomebodyWaiting() {
        return POSTGRES.ask("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .startsWith("t");
    }

    private AgentId somebody(String name) {
        var id = new AgentId(Ids.next());
        POSTGRES.tell(
                "INSERT INTO app_user (tenant_id, id, email, name, password_hash) VALUES ('%s', '%s', '%s@example.org', '%s', '')"
                        .formatted(tenant, id, name, name));
        return id;
    }

    private static CommandId command() {
        return new CommandId(Ids.next());
    }

    @Test
    void anOfferReservesOnceOnly() {
        assertThat(database.<Boolean>inTenant(tenant, tx -> presences.reserve(tx, ben)))
                .isTrue();
        assertThat(now().state()).isEqualTo(PresenceState.RESERVED);
    }

    @Test
    void whoIsAwayIsNotReserved() {
        change(PresenceState.AWAY, "Lunch");

        assertThat(database.<Boolean>inTenant(tenant, tx -> presences.reserve(tx, ben)))
                .isFalse();
        assertThat(now()).extracting(Presence::state, Presence::reason).containsExactly(PresenceState.AWAY, "Lunch");
    }

    @Test
    void awayNeedsAReasonOfTheTenants() {
        assertThatThrownBy(() -> change(PresenceState.AWAY, null)).isInstanceOf(Fault.Invalid.class);
        assertThatThrownBy(() -> change(PresenceState.AWAY, "Because")).isInstanceOf(Fault.Invalid.class);
        assertThatThrownBy(() -> change(PresenceState.ENGAGED, null)).isInstanceOf(Fault.Invalid.class);
        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void theHistoryHasOneRowForEachStateAndOneThatRuns() {
        change(PresenceState.AWAY, "Lunch");
        change(PresenceState.AVAILABLE, null);

        assertThat(POSTGRES.ask("SELECT string_agg(state, ' ' ORDER BY id) FROM agent_state WHERE agent_id = '%s'"
                        .formatted(ben)))
                .isEqualTo("AVAILABLE AWAY AVAILABLE");
        assertThat(POSTGRES.ask(
                        "SELECT count(*) FROM agent_state WHERE agent_id = '%s' AND until IS NULL".formatted(ben)))
                .isEqualTo("1");
    }

    @Test
    void everyChangeIsToldWithWhatItWasBefore() {
        change(PresenceState.AWAY, "Lunch");

        assertThat(POSTGRES.ask(
                        "SELECT payload FROM outbox WHERE tenant_id = '%s' ORDER BY id DESC LIMIT 1".formatted(tenant)))
                .contains("PresenceChanged", "\"before\":\"AVAILABLE\"", "Lunch");
    }

    @Test
    void aLostDesktopIsOfflineAfterTheGraceAndBackWhereItWasOnReturn() {
        database.doInTenant(tenant, tx -> presences.lost(tx, ben, () -> false));
        grace(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);

        grace(Instant.now().plusSeconds(1));
        assertThat(now().state()).isEqualTo(PresenceState.OFFLINE);

        database.doInTenant(tenant, tx -> presences.connected(tx, ben));
        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void aDesktopThatIsBackBeforeItsOldSocketIsMissedIsNotLost() {
        database.doInTenant(tenant, tx -> presences.connected(tx, ben));
        database.doInTenant(tenant, tx -> presences.lost(tx, ben, () -> true));
        grace(Instant.now().plusSeconds(1));

        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void afterARestartEverybodyHasTheGraceToComeBack() {
        database.doInTenant(tenant, presences::allLost);

        assertThat(database.<Boolean>inTenant(tenant, tx -> presences.reserve(tx, ben)))
                .isFalse();
        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);
    }

    private Presence now() {
        return database.inTenant(tenant, tx -> presences.of(tx, ben));
    }

    private void change(PresenceState state, @Nullable String reason) {
        database.doInTenant(tenant, tx -> presences.change(tx, ben, new PresenceChange(command(), state, reason)));
    }

    private void grace(Instant limit) {
        database.doInTenant(tenant, tx -> presences.graceOver(tx, limit));
    }

    @Test
    void aSocketThatIsMissedLateAtOneNodeDoesNotTakeTheDesktopThatIsAtAnother() {
        var other = at("node-b");
        database.doInTenant(tenant, tx -> other.connected(tx, ben));

        database.doInTenant(tenant, tx -> presences.lost(tx, ben, () -> false));
        assertThat(connected()).isEqualTo("t -");

        database.doInTenant(tenant, tx -> other.lost(tx, ben, () -> false));
        assertThat(connected()).startsWith("f 2");
        database.doInTenant(tenant, tx -> presences.connected(tx, ben));
        assertThat(connected()).isEqualTo("t -");
    }

    @Test
    void whoIsSentAwayByAProgramThatStopsIsNotSeenToGo() {
        database.doInTenant(tenant, tx -> presences.sentAway(tx, ben, () -> false));

        assertThat(connected()).isEqualTo("f -");
    }

    private String connected() {
        return POSTGRES.ask(
                        "select connected || ' ' || coalesce(gone_at::text, '-') from presence where agent_id = '%s'"
                                .formatted(ben))
                .replace("true", "t")
                .replace("false", "f");
    }

    private Presences at(String node) {
        return new Presences(
                new PresenceStore(),
                new AwayReasons(new PresenceStore(), new Audit()),
                new EventLog(new EventStore(database)),
                node);
    }
}
