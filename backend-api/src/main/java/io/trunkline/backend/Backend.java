package io.trunkline.backend;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.analytics.AnalyticsFeature;
import io.trunkline.backend.contacts.ContactsFeature;
import io.trunkline.backend.desk.DeskFeature;
import io.trunkline.backend.desktops.DesktopsFeature;
import io.trunkline.backend.identity.IdentityFeature;
import io.trunkline.backend.inbox.InboxFeature;
import io.trunkline.backend.inbox.sms.SmsFeature;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.ivr.IvrFeature;
import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.config.BackendConfig;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Health;
import io.trunkline.backend.platform.http.HttpServer;
import io.trunkline.backend.platform.http.PlatformRoutes;
import io.trunkline.backend.platform.http.RouteTable;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.http.Threshold;
import io.trunkline.backend.platform.jobs.Jobs;
import io.trunkline.backend.platform.jobs.JobsConfig;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.WarmUp;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.platform.log.Logging;
import io.trunkline.backend.presence.PresenceFeature;
import io.trunkline.backend.recordings.RecordingsFeature;
import io.trunkline.backend.routing.RoutingFeature;
import io.trunkline.backend.telephony.TelephonyConfig;
import io.trunkline.backend.telephony.TelephonyFeature;
import io.trunkline.backend.telephony.twilio.TwilioFeature;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server, from its settings to its end.
public final class Backend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private final Database database;
    private final Routes routes = new Routes();
    private final Workers workers = new Workers();
    private final Leases leases;
    private final LiveFeature live;
    private final RoutingFeature routing;
    private final HttpServer server;

    private Backend(Settings settings, BackendConfig config, Database database, Clock clock) {
        this.database = database;
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var health = new Health();
        var threshold = new Threshold();
        var warmUp = new WarmUp();
        workers.loop("database", Duration.ofSeconds(1), database::revive);

        leases = new Leases(database, workers, config.node());
        live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), clock, meters);
        var jobs = new Jobs(database, workers, JobsConfig.from(settings));
        var identity = new IdentityFeature(settings, database, clock);
        identity.dismissFrom(live.hub(), workers);
        var interactions = new InteractionsFeature(database, live.log());
        var contacts = new ContactsFeature(database);
        var presence = new PresenceFeature(settings, config.node(), database, live.log(), clock);
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
        identity.keepMemberships(routing.memberships());
        var ivr = new IvrFeature(database);
        var recordings = new RecordingsFeature(settings, database, workers, live.log());
        var calls = TelephonyConfig.from(settings);
        var telephony = new TelephonyFeature(
                calls,
                database,
                workers,
                clock,
                live.log(),
                contacts.contacts(),
                interactions,
                routing.routing(),
                recordings.recordings());
        var twilio = new TwilioFeature(calls, config.http().publicUrl(), database, workers, clock, telephony);
        var inbox = new InboxFeature(
                database, live.log(), contacts.contacts(), interactions.interactions(), routing.routing());
        var sms = new SmsFeature(database, jobs, twilio.texts(), inbox.inbox());
        var desk = new DeskFeature(
                database,
                live.log(),
                presence.presences(),
                routing.routing(),
                interactions.interactions(),
                inbox.inbox(),
                telephony::state);
        var desktops = new DesktopsFeature(settings, database, identity.audit(), clock);
        var analytics = new AnalyticsFeature(
                database,
                live.log(),
                clock,
                (tenant, figures) -> live.hub().figures(tenant, figures, Audience.ofEveryone()));

        new PlatformRoutes(health, meters, routes).declare(routes);
        live.routes(routes);
        identity.routes(routes);
        interactions.routes(routes);
        contacts.routes(routes);
        presence.routes(routes);
        routing.routes(routes);
        analytics.routes(routes);
        ivr.routes(routes);
        recordings.routes(routes);
        telephony.routes(routes);
        twilio.texts(sms.inbound(), sms.reports());
        twilio.routes(routes);
        inbox.routes(routes);
        desk.routes(routes);
        desktops.routes(routes);
        inbox.carry(sms.channel());
        routing.routing().carry(telephony.offers());
        live.hub().onConnections(presence.connections());
        live.hub().onEvents("routing", routing.listener());
        live.hub().onEvents("wallboards", analytics.listener());

        settings.unknown().forEach(key -> LOG.warn("Nobody knows the setting {}; is it misspelt?", key));
        settings.exposed().forEach(file -> LOG.warn("Everybody on this machine can read the secrets in {}", file));
        health.needs("database", database::reachable);
        meters.gauge("database.connections.busy", database, Database::busy);
        meters.gauge("database.connections.waited.for", database, Database::waiting);
        meters.gauge("jvm.threads", ManagementFactory.getThreadMXBean(), ThreadMXBean::getThreadCount);
        meters.gauge("jvm.memory.used", Runtime.getRuntime(), heap -> heap.totalMemory() - heap.freeMemory());
        try {
            server = HttpServer.start(
                    config.http(),
                    routes,
                    threshold.before(desktops.before(identity.guard())),
                    health,
                    meters,
                    List.of(live.socket(
                            token -> {
                                threshold.cross();
                                return identity.admission().admit(token);
                            },
                            desktops::tooOld)));
            identity.bootstrap();
        } catch (StartFault | SettingFault wrong) {
            live.close();
            release();
            throw wrong;
        }
        presence.start(workers);
        routing.start();
        telephony.start(twilio.carrier());
        twilio.start();
        recordings.start(telephony.audio(twilio.audio()), telephony.directory()::tenants);
        analytics.start(workers);
        if (config.http().tls().files().isPresent()) {
            workers.loop("certificate", config.http().tls().look(), () -> server.lookAtCertificate(clock.instant()));
        }
        desktops.start(workers);
        warmUp.add("the database", database::tryOut);
        warmUp.add("webhooks", twilio::rehearse);
        warmUp.run();
        threshold.open();
        health.open();
        telephony.listening(twilio.legs());
        twilio.listening();
        LOG.info("Ready at {}", config.http().publicUrl());
    }

    /// Starts a backend; it is ready when this returns.
    public static Backend start(Settings settings, Clock clock) {
        var config = BackendConfig.from(settings);
        LOG.info("{}", config);
        var database = Database.start(config.database(), clock);
        try {
            return new Backend(settings, config, database, clock);
        } catch (RuntimeException | Error failed) {
            // what else has started ends with the program; an embedded PostgreSQL would not
            database.close();
            throw failed;
        }
    }

    /// Every route, for tests that walk them all.
    RouteTable routes() {
        return routes;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        live.close();
        server.close();
        release();
        LOG.info("Stopped");
    }

    /// What works without the server, the last used first.
    private void release() {
        routing.close();
        leases.close();
        workers.close();
        database.close();
    }

    /// The version of the program; `development` when it was not packaged.
    static String version() {
        return Optional.ofNullable(Backend.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static void main(String[] words) {
        Logging.start();
        var code = words.length == 0 ? Commands.SERVE : Commands.run(words, Clock.systemUTC());
        if (code == Commands.SERVE) {
            serve();
        } else {
            System.exit(code);
        }
    }

    private static void serve() {
        var stop = new Stop();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop::stop));
        try {
            stop.started(start(Settings.load(), Clock.systemUTC()));
        } catch (SettingFault wrong) {
            System.err.println(wrong.getMessage());
            notStarted(stop, 2);
        } catch (StartFault fault) {
            LOG.debug("Not started", fault);
            System.err.println(fault.getMessage());
            notStarted(stop, 3);
        } catch (RuntimeException | Error failed) {
            // What has started already would keep a program alive that is never ready; somebody has to start it anew.
            if (stop.asked()) {
                LOG.info("Stopped before it was ready");
                LOG.debug("What cannot be begun any more", failed);
            } else {
                LOG.error("The backend cannot start", failed);
            }
            notStarted(stop, 1);
        }
    }

    private static void notStarted(Stop stop, int code) {
        stop.notStarted();
        System.exit(code);
    }
}
