package io.trunkline.backend.platform.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.core.instrument.MeterRegistry;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.config.TlsConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server: one virtual thread per request, routes from the table, problems from the mapper.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final WebServer server;
    private final Dispatch dispatch;
    private final Health health;
    private final Duration drain;
    private final Optional<Certificates> certificates;

    private HttpServer(
            WebServer server, Dispatch dispatch, Health health, Duration drain, Optional<Certificates> certificates) {
        this.certificates = certificates;
        this.server = server;
        this.dispatch = dispatch;
        this.health = health;
        this.drain = drain;
    }

    /// Listens, but is not ready before [Health#open]. `sockets` are routings beside HTTP, such as WebSocket.
    public static HttpServer start(
            HttpConfig config,
            Routes routes,
            Guard guard,
            Health health,
            MeterRegistry meters,
            List<? extends io.helidon.common.Builder<?, ? extends Routing>> sockets) {
        var faults = new FaultMapper();
        var dispatch = new Dispatch(guard, faults, meters, config.trustedProxies());
        var rules = HttpRouting.builder().error(Throwable.class, faults);
        routes.install(rules, dispatch);
        var builder = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .maxPayloadSize(config.maxBodyBytes())
                .maxTcpConnections(config.maxConnections())
                .idleConnectionTimeout(config.idle())
                // Else a second small write waits for the first to be acknowledged, which the other side puts off.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .shutdownHook(false)
                .mediaContext(
                        MediaContext.builder().addMediaSupport(new JsonMedia()).build())
                .directHandlers(Refusals.handlers())
                .routing(rules);
        sockets.forEach(builder::addRouting);
        var now = Instant.ofEpochMilli(meters.config().clock().wallTime());
        var certificates = config.tls().files().map(files -> new Certificates(files, now, meters));
        certificates.ifPresent(current -> {
            builder.tls(Tls.builder()
                    .sslContext(current.context())
                    .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
                    .build());
            health.remarks("certificate", current::remark);
        });
        var server = listening(builder.build(), config);
        LOG.info("Listening on {}:{}", config.host(), server.port());
        return new HttpServer(server, dispatch, health, config.drain(), certificates);
    }

    /// Helidon only logs that it could not listen, so the address is tried before and its answer looked at afterwards.
    private static WebServer listening(WebServer server, HttpConfig config) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException e) {
            throw taken(config, e);
        }
        var started = server.start();
        if (!started.isRunning()) {
            throw taken(config, new BindException("taken a moment ago"));
        }
        return started;
    }

    private static StartFault taken(HttpConfig config, IOException why) {
        return new StartFault(
                "Port %d of %s cannot be listened to (%s). Stop what listens there, or set http.port or http.host."
                        .formatted(config.port(), config.host(), why.getMessage()),
                why);
    }

    /// Takes new certificate files, when there are some.
    public void lookAtCertificate(Instant now) {
        certificates.ifPresent(current -> current.look(now));
    }

    /// What is wrong with the certificate files of the settings, as a sentence; nothing when they can be used.
    public static Optional<String> wrong(TlsConfig tls) {
        return tls.files().flatMap(Certificates::wrong);
    }

    public int port() {
        return server.port();
    }

    /// Takes no new work, lets what runs finish for the drain time, then closes.
    @Override
    public void close() {
        health.shut();
        var end = System.nanoTime() + drain.toNanos();
        while (dispatch.running() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        server.stop();
    }
}
