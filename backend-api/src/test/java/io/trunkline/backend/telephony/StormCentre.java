package io.trunkline.backend.telephony;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.contacts.ContactsFeature;
import io.trunkline.backend.identity.IdentityFeature;
import io.trunkline.backend.inbox.InboxFeature;
import io.trunkline.backend.inbox.sms.SmsFeature;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Access;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Health;
import io.trunkline.backend.platform.http.HttpServer;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Jobs;
import io.trunkline.backend.platform.jobs.JobsConfig;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.presence.PresenceFeature;
import io.trunkline.backend.recordings.RecordingsFeature;
import io.trunkline.backend.routing.RoutingFeature;
import io.trunkline.backend.telephony.twilio.NewAccount;
import io.trunkline.backend.telephony.twilio.TwilioFeature;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.MessageId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// A centre that takes webhooks over HTTP, with agents who are there and no router: who is offered what is not the
/// carrier's doing, so the test says it.
final class StormCentre implements AutoCloseable {
    static final String PUBLIC_URL = "https://centre.example";
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String NUMBER = "+12025550100";

    final TestDatabase postgres;
    final TenantId tenant;
    private final UUID queue = named("queue");
    private final Workers workers = new Workers();
    private final Leases leases;
    private final LiveFeature live;
    private final PresenceFeature presence;
    private final RoutingFeature routing;
    private final TelephonyFeature telephony;
    private final TwilioFeature twilio;
    private final InboxFeature inbox;
    private final HttpServer server;

    StormCentre(TestDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.tenant = new TenantId(named("tenant"));
        plant();
        var settings = Settings.of(Map.of(
                "identity.token-key", Base64.getEncoder().encodeToString(new byte[32]),
                "telephony.spool", folder.resolve("spool").toString(),
                "telephony.key-file", folder.resolve("key").toString(),
                "telephony.agent-grace", "5m",
                "telephony.calls-per-second", "1000",
                "recordings.directory", folder.resolve("recordings").toString(),
                "http.port", "0"));
        var database = postgres.database();
        var clock = Clock.systemUTC();
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        leases = new Leases(database, workers, UUID.randomUUID().toString());
        live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), clock, meters);
        var identity = new IdentityFeature(settings, database, clock);
        var interactions = new InteractionsFeature(database, live.log());
        presence = new PresenceFeature(settings, "node-a", database, live.log(), clock);
        routing = new RoutingFeature(
                settings,
                database,
                clock,
                workers,
                leases,
                live.log(),
                identity.audit(),
                interactions,
                presence.presences());
        var contacts = new ContactsFeature(database).contacts();
        telephony = new TelephonyFeature(
                TelephonyConfig.from(settings),
                database,
                workers,
                clock,
                live.log(),
                contacts,
                interactions,
                routing.routing(),
                new RecordingsFeature(settings, database, workers, live.log()).recordings());
        twilio = new TwilioFeature(
                TelephonyConfig.from(settings), URI.create(PUBLIC_URL), database, workers, clock, telephony);
        inbox = new InboxFeature(database, live.log(), contacts, interactions.interactions(), routing.routing());
        var jobs = new Jobs(database, workers, JobsConfig.from(settings));
        var sms = new SmsFeature(database, jobs, twilio.texts(), inbox.inbox());
        twilio.texts(sms.inbound(), sms.reports());
        routing.routing().carry(telephony.offers());
        inbox.carry(sms.channel());
        var routes = new Routes();
        telephony.routes(routes);
        twilio.routes(routes);
        server = HttpServer.start(HttpConfig.from(settings), routes, agents(), new Health(), meters, List.of());
        database.doInTenant(tenant, tx -> twilio.accounts().save(tx, account()));
        telephony.directory().refresh();
        twilio.accounts().refresh();
    }

    /// Lets everything run by itself, as it does in production; `carrier` takes the orders.
    void start(Carrier carrier) {
        telephony.start(carrier);
        twilio.start();
    }

    /// Applies the notices that are there, one after the other.
    void apply() {
        telephony.notices().applyDue();
    }

    /// The one text that a query over the tenant's rows gives.
    String ask(String sql) {
        return postgres.database()
                .inTenant(
                        tenant,
                        tx -> tx.handle().createQuery(sql).mapTo(String.class).one());
    }

    /// Until every notice is applied.
    void settle() {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (open() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(open() + " notices are never applied");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private int open() {
        return Integer.parseInt(ask("select count(*) from notice where applied_at is null"));
    }

    int port() {
        return server.port();
    }

    SignedPost carrier() {
        return new SignedPost(PUBLIC_URL, ACCOUNT, TOKEN, server.port());
    }

    /// An agent of the queue who is at the desk.
    void agent(AgentId id, String name) {
        postgres.tell("""
                insert into app_user (tenant_id, id, email, name, password_hash)
                values ('%s', '%s', '%s@example.com', '%s', '-')""".formatted(tenant, id, name, name));
        postgres.tell("insert into queue_agent (tenant_id, queue_id, agent_id) values ('%s', '%s', '%s')"
                .formatted(tenant, queue, id));
        postgres.database().doInTenant(tenant, tx -> {
            presence.presences().connected(tx, id);
            presence.presences()
                    .change(
                            tx,
                            id,
                            new PresenceChange(new CommandId(UUID.randomUUID()), PresenceState.AVAILABLE, null));
        });
    }

    /// A text of ours that the carrier has been asked to send.
    void text(UUID message, String to) {
        var contact = named("contact " + to);
        postgres.tell("""
                insert into contact (tenant_id, id, name, created_at, changed_at) values ('%1$s', '%2$s', '%3$s', now(), now());
                insert into contact_address (tenant_id, id, contact_id, kind, value)
                values ('%1$s', '%2$s', '%2$s', 'PHONE', '%3$s');
                insert into thread (tenant_id, id, contact_id, last_channel, last_endpoint, our_endpoint, last_at, created_at)
                values ('%1$s', '%2$s', '%2$s', 'SMS', '%3$s', '%4$s', now(), now());
                insert into message (tenant_id, id, thread_id, channel, direction, endpoint, our_endpoint, author_kind,
                                     author_name, text, state, at)
                values ('%1$s', '%5$s', '%2$s', 'SMS', 'OUTBOUND', '%3$s', '%4$s', 'AGENT', 'Ana', 'Hello', 'QUEUED', now())
                """.formatted(tenant, contact, to, NUMBER, message));
    }

    /// The carrier's answer to our request to send a text.
    void handedOver(UUID message, String sid) {
        postgres.database().doInTenant(tenant, tx -> inbox.inbox().handedOver(tx, new MessageId(message), sid));
    }

    /// The agent is offered the caller and accepts.
    void accept(String callSid, AgentId agent) {
        var reservation = named("reservation of " + agent);
        postgres.tell("""
                insert into reservation (tenant_id, id, interaction_id, agent_id, queue_id, channel, direction, state,
                                         waiting_since, offered_at, deadline)
                select tenant_id, '%2$s', interaction_id, '%3$s', '%4$s', 'VOICE', 'INBOUND', 'OFFERED', now(), now(),
                       now() + interval '20 seconds' from leg where tenant_id = '%1$s' and call_sid = '%5$s';
                insert into slot (tenant_id, agent_id, channel, slot, reservation_id) values ('%1$s', '%3$s', 'VOICE', 0, '%2$s')
                """.formatted(tenant, reservation, agent, queue, callSid));
        postgres.database()
                .doInTenant(tenant, tx -> routing.routing().accept(tx, new ReservationId(reservation), agent));
    }

    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Whoever is named by the header is that agent.
    private Guard agents() {
        return (request, route) -> route.access() instanceof Access.Open
                ? Principal.Anyone.ANYONE
                : new Principal.Member(
                        tenant,
                        new UserId(UUID.fromString(request.headers()
                                .value(io.helidon.http.HeaderNames.create("X-Agent"))
                                .orElseThrow())),
                        Set.of(Role.AGENT),
                        Set.of(Permission.values()),
                        Set.of(),
                        Optional.empty());
    }

    private static NewAccount account() {
        return new NewAccount(
                ACCOUNT, TOKEN, "SK" + ACCOUNT.substring(2), TOKEN, null, URI.create("http://127.0.0.1:1"));
    }

    private void plant() {
        postgres.tell("insert into tenant (tenant_id, key, name) values ('%s', 'storm', 'Storm')".formatted(tenant));
        postgres.tell("insert into queue (tenant_id, id, name) values ('%s', '%s', 'Sales')".formatted(tenant, queue));
        postgres.tell("insert into flow (tenant_id, id, name, definition) values ('%s', '%s', 'Main', '%s')"
                .formatted(tenant, named("flow"), flow()));
        postgres.tell("""
                insert into phone_number (tenant_id, id, number, label, flow_id, text_queue_id)
                values ('%s', '%s', '%s', 'Main', '%s', '%s')""".formatted(tenant, named("number"), NUMBER, named("flow"), queue));
    }

    private String flow() {
        return """
                {"start": "hello", "language": "en-US", "steps": {
                  "hello": {"type": "say", "text": "Welcome", "next": "menu"},
                  "menu": {"type": "menu", "prompt": "Press 1", "choices": {"1": "sales", "2": "bye"},
                           "otherwise": "sales", "seconds": 5, "tries": 3},
                  "sales": {"type": "enqueue", "queue": "%s", "full": "bye"},
                  "bye": {"type": "hangUp", "text": "Bye", "outcome": "OVERFLOWED"}}}""".formatted(queue);
    }

    @Override
    public void close() {
        live.close();
        server.close();
        routing.close();
        leases.close();
        workers.close();
    }
}
