package io.trunkline.desktop.backend.live;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.backend.live.LiveConnection.Arrival;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.core.HandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the live feed until it is closed: nothing is missed and nothing told twice, however often the connection
/// breaks, because each connection asks for what follows the last number seen and repeats are dropped.
///
/// A [io.trunkline.model.live.LiveFrame.Resync] makes it load the desk anew and go on from the number that carries.
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final URI address;
    private final LiveSource source;
    private final Consumer<LiveSignal> sink;
    private final FeedConfig config;
    private final Backoff backoff;
    private final FeedState state;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int failures;

    /// `sink` is called by the thread that follows, in order.
    public LiveFeed(
            URI address, LiveSource source, Consumer<LiveSignal> sink, FeedConfig config, RandomGenerator random) {
        this.address = address;
        this.source = source;
        this.sink = sink;
        this.config = config;
        this.backoff = new Backoff(config.firstWait(), config.longestWait(), random);
        this.state = new FeedState(sink);
    }

    /// Blocks until [#close()], the end of the session, or interruption.
    public void follow() throws InterruptedException {
        var client = client();
        try {
            while (!isClosed()) {
                if (!once(client)) {
                    return;
                }
            }
        } finally {
            client.shutdown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /// One connection from its beginning to its end; false when following makes no sense any more.
    private boolean once(ClientManager client) throws InterruptedException {
        try {
            if (state.since().isEmpty()) {
                source.desk().ifPresentOrElse(state::loaded, state::begins);
            }
            listen(client);
            return true;
        } catch (BackendFailure.Outdated e) {
            sink.accept(new LiveSignal.Outdated(e.sentence()));
            return false;
        } catch (BackendFailure.Unauthorised e) {
            sink.accept(new LiveSignal.SignedOut(e.sentence()));
            return false;
        } catch (BackendFailure
                | DeploymentException
                | IOException
                | IllegalStateException
                | RejectedExecutionException e) {
            // the last two are how a session answers that closes while it is spoken to
            lost(why(e));
            return true;
        }
    }

    private void listen(ClientManager client) throws DeploymentException, IOException, InterruptedException {
        var connection = new LiveConnection();
        try (var session = connect(client, connection, source.accessToken())) {
            LOG.debug("Live feed connected as {}", session.getId());
            read(connection);
        }
    }

    private Session connect(ClientManager client, LiveConnection connection, String token)
            throws DeploymentException, IOException {
        try {
            return client.connectToServer(connection, authorised(token), where());
        } catch (DeploymentException e) {
            if (refused(e, 426)) {
                throw new BackendFailure.Outdated("");
            }
            if (!refused(e, 401)) {
                throw e;
            }
            return client.connectToServer(connection, authorised(source.accessTokenInsteadOf(token)), where());
        }
    }

    private static boolean refused(DeploymentException failure, int status) {
        return failure.getCause() instanceof HandshakeException handshake && handshake.getHttpStatusCode() == status;
    }

    private void read(LiveConnection connection) throws InterruptedException {
        while (!isClosed()) {
            switch (connection.next(config.silence())) {
                case Arrival.Frames(var frames) -> {
                    failures = 0;
                    for (var frame : frames) {
                        if (!state.take(frame)) {
                            pause(backoff.after(0));
                            return;
                        }
                    }
                }
                case Arrival.Closed(var why) -> {
                    lost(why);
                    return;
                }
            }
        }
    }

    private void lost(String why) throws InterruptedException {
        if (!isClosed()) {
            LOG.info("Live feed lost: {}", why);
            sink.accept(new LiveSignal.Lost(why));
            pause(backoff.after(failures++));
        }
    }

    /// With what was behind it: whose certificate was refused is told by that alone.
    private static String why(Exception e) {
        var words = new StringBuilder(String.valueOf(e.getMessage()));
        for (var behind = Optional.ofNullable(e.getCause());
                behind.isPresent();
                behind = behind.map(Throwable::getCause)) {
            words.append("; ").append(behind.get().getMessage());
        }
        return words.toString();
    }

    private void pause(Duration wait) throws InterruptedException {
        if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Live feed closed");
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private URI where() {
        var since = state.since();
        return since.isPresent() ? URI.create(address + "?since=" + since.getAsLong()) : address;
    }

    private ClientManager client() {
        var client = ClientManager.createClient();
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, (int)
                config.handshake().toMillis());
        if ("wss".equals(address.getScheme())) {
            client.getProperties()
                    .put(ClientProperties.SSL_ENGINE_CONFIGURATOR, new SslEngineConfigurator(source.tls()));
        }
        client.setDefaultMaxTextMessageBufferSize(config.largestMessage());
        return client;
    }

    private static ClientEndpointConfig authorised(String token) {
        return ClientEndpointConfig.Builder.create()
                .configurator(new ClientEndpointConfig.Configurator() {
                    @Override
                    public void beforeRequest(Map<String, List<String>> headers) {
                        headers.put("User-Agent", List.of(ThisProgram.userAgent()));
                        headers.put("Authorization", List.of("Bearer " + token));
                    }
                })
                .build();
    }
}
