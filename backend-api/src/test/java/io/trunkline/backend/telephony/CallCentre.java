package io.trunkline.backend.telephony;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trunkline.backend.Waits;
import io.trunkline.backend.contacts.ContactsFeature;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.ivr.Flow;
import io.trunkline.backend.ivr.Instruction;
import io.trunkline.backend.ivr.Position;
import io.trunkline.backend.ivr.Turn;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.presence.PresenceFeature;
import io.trunkline.backend.recordings.RecordingsFeature;
import io.trunkline.backend.routing.Routing;
import io.trunkline.backend.routing.RoutingFeature;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A tenant with calls, agents who sign in over REST, and a carrier that takes every order and does nothing,
/// unless it is told to reply otherwise.
final class CallCentre implements AutoCloseable {
    static final String OURS = "+12025550100";

    /// No two of them have the same number.
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final TestDatabase postgres;
    final TestClock clock;
    final TestServer server;
    final TenantId tenant;
    final TelephonyFeature telephony;
    /// What the carrier was told to do, in order.
    final List<CarrierOrder> orders = new CopyOnWriteArrayList<>();
    /// What it says to them.
    volatile Function<CarrierOrder, Reply> replies = _ -> done();

    private final Workers workers = new Workers();
    private final Leases leases;
    private final LiveFeature live;
    private final PresenceFeature presence;
    private final RoutingFeature routing;
    private final String key = "t" + UUID.randomUUID().toString().substring(0, 8);

    CallCentre(TestDatabase postgres, TestClock clock) {
        this.postgres = postgres;
        this.clock = clock;
        var database = postgres.database();
        var settings = Settings.of(Map.of("routing.tick", "20ms", "routing.ring-proof", "0s"));
        leases = new Leases(database, workers, "node-a");
        live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), clock, new SimpleMeterRegistry());
        presence = new PresenceFeature(settings, "node-a", database, live.log(), clock);
        var ledger = new InteractionsFeature(database, live.log());
        routing = new RoutingFeature(
                settings, database, clock, workers, leases, live.log(), new Audit(), ledger, presence.presences());
        var recordings = new RecordingsFeature(settings, database, workers, live.log());
        telephony = new TelephonyFeature(
                TelephonyConfig.from(settings),
                database,
                workers,
                clock,
                live.log(),
                new ContactsFeature(database).contacts(),
                ledger,
                routing.routing(),
                recordings.recordings());
        routing.routing().carry(telephony.offers());
        live.hub().onEvents("routing", routing.listener());
        server = new TestServer(postgres, clock, Map.of(), routes -> {
            telephony.routes(routes);
            routing.routes(routes);
            ledger.routes(routes);
        });
        tenant = server.tenant(key);
        postgres.tell("insert into phone_number (tenant_id, id, number, label) values ('%s', '%s', '%s', 'Main')"
                .formatted(tenant, UUID.randomUUID(), OURS + NUMBERS.incrementAndGet()));
        routing.start();
        telephony.start(new Carrier() {
            @Override
            public Reply carry(TenantId of, CarrierOrder order) {
                orders.add(order);
                return replies.apply(order);
            }

            @Override
            public Reply look(TenantId of, CarrierOrder order, Instant since) {
                return new Reply.NotDone();
            }
        });
    }

    static Reply done() {
        return new Reply.Done("CA" + UUID.randomUUID());
    }

    Routing routing() {
        return routing.routing();
    }

    QueueId queue(String name) {
        var id = new QueueId(Ids.next());
        postgres.tell("insert into queue (tenant_id, id, name, offer_seconds) values ('%s', '%s', '%s', 20)"
                .formatted(tenant, id, name));
        return id;
    }

    Person agent(String name, QueueId... queues) {
        var person = server.person(key, name, Role.AGENT);
        for (var queue : queues) {
            postgres.tell("insert into queue_agent (tenant_id, queue_id, agent_id) values ('%s', '%s', '%s')"
                    .formatted(tenant, queue, person.id()));
        }
        postgres.database().doInTenant(tenant, tx -> {
            var agent = new AgentId(person.id());
            presence.presences().connected(tx, agent);
            presence.presences()
                    .change(tx, agent, new PresenceChange(new CommandId(Ids.next()), PresenceState.AVAILABLE, null));
            routing.routing().agentChanged(tx, agent);
        });
        return person;
    }

    /// A call that waits in the queue.
    InteractionId arrives(String sid, QueueId queue) {
        var line = new Line(tenant, OURS, null, Optional.<Flow>empty(), ZoneOffset.UTC);
        var turn = new Turn("en-US", List.of(new Instruction.Enqueue(queue, new Position("sales", 0))));
        telephony.calls().begin(line, new InboundCall(new CallSid(sid), "+12025550177", OURS), turn, "");
        return InteractionId.of(postgres.ask("select interaction_id from leg where call_sid = '%s'".formatted(sid)));
    }

    /// The reservation of the interaction in this state, once there is one.
    ReservationId reservation(InteractionId call, String state) {
        var sql = "select id from reservation where interaction_id = '%s' and state = '%s' order by id desc limit 1"
                .formatted(call, state);
        Waits.until(
                "%s to be %s".formatted(call, state), () -> !postgres.ask(sql).isEmpty());
        return ReservationId.of(postgres.ask(sql));
    }

    Answer accept(Person agent, ReservationId offer) {
        return post(agent, "reservations/%s/accept".formatted(offer), command());
    }

    Answer post(Person person, String path, Object body) {
        return server.call("POST", "/api/v1/" + path, person.token(), body);
    }

    /// The carrier tells that the leg of the contact has come so far.
    void contactLeg(InteractionId call, String sid, LegState state) {
        var leg = LegId.of(
                postgres.ask("select id from leg where interaction_id = '%s' and role = 'CONTACT'".formatted(call)));
        postgres.database()
                .doInTenant(
                        tenant,
                        tx -> telephony
                                .legNotices()
                                .apply(tx, new LegNotice(new CallSid(sid), state, clock.instant(), call, leg, null)));
    }

    /// The agent's device calls in.
    boolean arrives(Person agent, ReservationId offer, String sid) {
        return telephony
                .agentLegs()
                .arrive(tenant, new AgentArrival(new CallSid(sid), new AgentId(agent.id()), offer))
                .isPresent();
    }

    /// The carrier tells that the agent's last leg has come so far.
    void agentLeg(InteractionId call, LegState state) {
        var sid = postgres.ask("""
                select call_sid from leg where interaction_id = '%s' and role = 'AGENT'
                order by started_at desc, id desc limit 1""".formatted(call));
        postgres.database()
                .doInTenant(
                        tenant,
                        tx -> telephony
                                .legNotices()
                                .apply(tx, new LegNotice(new CallSid(sid), state, clock.instant(), null, null, null)));
    }

    /// The carrier tells that the leg has entered the conference.
    void joins(InteractionId call, String sid, String conference) {
        var notice = new ConferenceNotice(
                call, conference, ConferenceNotice.Kind.JOIN, new CallSid(sid), 1, clock.instant());
        postgres.database().doInTenant(tenant, tx -> telephony.legNotices().apply(tx, notice));
    }

    /// The carrier tells how that leg is.
    void told(String sid, LegState state) {
        postgres.database()
                .doInTenant(
                        tenant,
                        tx -> telephony
                                .legNotices()
                                .apply(tx, new LegNotice(new CallSid(sid), state, clock.instant(), null, null, null)));
    }

    /// The agent's desktop is gone, and somebody saw it.
    void deskGone(Person agent) {
        postgres.database()
                .doInTenant(tenant, tx -> presence.presences().lost(tx, new AgentId(agent.id()), () -> false));
    }

    /// The program stops and sends the agent's desktop away.
    void deskSentAway(Person agent) {
        postgres.database()
                .doInTenant(tenant, tx -> presence.presences().sentAway(tx, new AgentId(agent.id()), () -> false));
    }

    void deskBack(Person agent) {
        postgres.database().doInTenant(tenant, tx -> presence.presences().connected(tx, new AgentId(agent.id())));
    }

    /// The same person, who signs in again.
    Person again(Person person) {
        return server.signIn(key, person.email());
    }

    static Command command() {
        return new Command(new CommandId(Ids.next()));
    }

    @Override
    public void close() {
        routing.close();
        leases.close();
        live.close();
        workers.close();
        server.close();
    }
}
