package io.trunkline.backend.routing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.interactions.Opening;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.presence.PresenceFeature;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.CommandId;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import java.time.Clock;
import java.util.Map;

/// One node of a centre with a router at work, on the rows of a tenant.
final class Centre implements AutoCloseable {
    final TestDatabase postgres;
    final Database database;
    final TenantId tenant;
    final Clock clock;
    final Workers workers = new Workers();
    final Leases leases;
    final LiveFeature live;
    final PresenceFeature presence;
    final Interactions interactions;
    final RoutingFeature feature;
    final Routing routing;

    /// Nobody is asked for proof of ring.
    Centre(TestDatabase postgres, Database database, TenantId tenant, Clock clock, String node) {
        this(postgres, database, tenant, clock, node, "0s");
    }

    Centre(TestDatabase postgres, Database database, TenantId tenant, Clock clock, String node, String ringProof) {
        this.postgres = postgres;
        this.database = database;
        this.tenant = tenant;
        this.clock = clock;
        var settings = Settings.of(Map.of("routing.tick", "20ms", "routing.ring-proof", ringProof));
        leases = new Leases(database, workers, node);
        live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), clock, new SimpleMeterRegistry());
        presence = new PresenceFeature(settings, node, database, live.log(), clock);
        var ledger = new InteractionsFeature(database, live.log());
        interactions = ledger.interactions();
        feature = new RoutingFeature(
                settings, database, clock, workers, leases, live.log(), new Audit(), ledger, presence.presences());
        routing = feature.routing();
        live.hub().onEvents("routing", feature.listener());
        feature.start();
    }

    static Centre start(TestDatabase postgres, TestClock clock) {
        return new Centre(postgres, postgres.database(), postgres.tenant(), clock, "node-a");
    }

    static Centre askingForProofOfRing(TestDatabase postgres, TestClock clock) {
        return new Centre(postgres, postgres.database(), postgres.tenant(), clock, "node-r", "2s");
    }

    QueueId queue(String name, int wrapUpSeconds, boolean dispositionRequired) {
        var id = new QueueId(Ids.next());
        postgres.tell("""
                insert into queue (tenant_id, id, name, offer_seconds, wrap_up_seconds, disposition_required)
                values ('%s', '%s', '%s', 20, %d, %s)""".formatted(tenant, id, name, wrapUpSeconds, dispositionRequired));
        return id;
    }

    AgentId agent(String name, QueueId... queues) {
        var id = new AgentId(Ids.next());
        postgres.tell("""
                insert into app_user (tenant_id, id, email, name, password_hash)
                values ('%s', '%s', '%s@example.com', '%s', '-')""".formatted(tenant, id, id, name));
        for (var queue : queues) {
            postgres.tell("insert into queue_agent (tenant_id, queue_id, agent_id) values ('%s', '%s', '%s')"
                    .formatted(tenant, queue, id));
        }
        return id;
    }

    void available(AgentId agent) {
        database.doInTenant(tenant, tx -> {
            presence.presences().connected(tx, agent);
            wish(tx, agent, PresenceState.AVAILABLE);
            routing.agentChanged(tx, agent);
        });
    }

    void wish(Tx tx, AgentId agent, PresenceState state) {
        presence.presences().change(tx, agent, new PresenceChange(new CommandId(Ids.next()), state, null));
    }

    void ring(ReservationId offer, AgentId agent) {
        database.doInTenant(tenant, tx -> routing.ringing(tx, offer, agent));
    }

    InteractionId call(QueueId queue) {
        return call(queue, Channel.VOICE);
    }

    InteractionId call(QueueId queue, Channel channel) {
        var id = new InteractionId(Ids.next());
        var contact = new ContactId(Ids.next());
        postgres.tell("""
                insert into contact (tenant_id, id, name, created_at, changed_at)
                values ('%s', '%s', 'Carla', now(), now())""".formatted(tenant, contact));
        database.doInTenant(tenant, tx -> {
            interactions.open(
                    tx,
                    new Opening(
                            id,
                            channel,
                            Direction.INBOUND,
                            new ContactRef(contact, "Carla", "+15550100"),
                            "+15550199",
                            null));
            routing.enqueue(tx, Waiting.in(id, queue, channel));
        });
        return id;
    }

    void hangUp(InteractionId id) {
        database.doInTenant(tenant, tx -> leave(tx, id));
    }

    void leave(Tx tx, InteractionId id) {
        interactions.ended(tx, id, Outcome.ABANDONED);
        routing.withdraw(tx, id);
        routing.release(tx, id);
    }

    /// The reservation of the interaction in that state, once there is one.
    ReservationId reservation(InteractionId id, String state) {
        Waits.until(
                "%s to be %s; it is %s".formatted(id, state, ask(id)),
                () -> !find(id, state).isEmpty());
        return ReservationId.of(find(id, state));
    }

    AgentId agentOf(ReservationId id) {
        return AgentId.of(postgres.ask("select agent_id from reservation where id = '%s'".formatted(id)));
    }

    String stateOf(ReservationId id) {
        return postgres.ask("select state from reservation where id = '%s'".formatted(id));
    }

    int count(String from) {
        return Integer.parseInt(
                postgres.ask("select count(*) from " + from + " and tenant_id = '%s'".formatted(tenant)));
    }

    String reasonOf(AgentId agent) {
        return postgres.ask("select reason from presence where agent_id = '%s'".formatted(agent));
    }

    String presenceOf(AgentId agent) {
        return postgres.ask("select state from presence where agent_id = '%s'".formatted(agent));
    }

    @Override
    public void close() {
        feature.close();
        leases.close();
        live.close();
        workers.close();
    }

    private String find(InteractionId id, String state) {
        return postgres.ask(
                "select id from reservation where interaction_id = '%s' and state = '%s' order by id desc limit 1"
                        .formatted(id, state));
    }

    private String ask(InteractionId id) {
        return postgres.ask("select string_agg(state, ' ') from reservation where interaction_id = '%s'".formatted(id));
    }
}
