package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.backend.live.FeedConfig;
import io.trunkline.desktop.backend.live.LiveFeed;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.desktop.backend.rest.RefreshTokens;
import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestAddress;
import io.trunkline.desktop.backend.rest.RestSignIn;
import io.trunkline.desktop.login.AddressGateway.Found;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.desktop.os.CompanySettings;
import io.trunkline.desktop.wire.MadeUpAuthority;
import io.trunkline.desktop.wire.SocketServer;
import io.trunkline.desktop.wire.TunnelProxy;
import io.trunkline.model.identity.SignIn;
import io.trunkline.model.live.DeskSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A backend with a certificate of the company's own authority, which only the company's computers know, and behind the
/// company's web proxy, which alone knows the way.
@Timeout(60)
class CompanyNetworkTest {
    private static final String RELEASE = "{\"packages\":[]}";
    private static final FeedConfig QUICK = new FeedConfig(
            Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20);
    private static final Attempt.Obstructed UNKNOWN =
            new Attempt.Obstructed(new Obstacle.UnknownAuthority(MadeUpAuthority.NAME));
    private static final SignIn BEN = new SignIn("acme", "ben@acme.example", "secret");

    @TempDir
    private Path folder;

    private final ProxySelector before = ProxySelector.getDefault();
    private final List<LiveSignal> signals = new CopyOnWriteArrayList<>();
    private MadeUpAuthority authority;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        authority = new MadeUpAuthority(folder);
        serve(authority.server("SAN=IP:127.0.0.1,DNS:localhost,DNS:centre.acme.test", "-0d"));
    }

    private void serve(SSLContext tls) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Trunkline-Time", "1764428400000");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var body = (exchange.getRequestURI().getPath().endsWith("login") ? "{}" : RELEASE)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("login") ? 401 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        ProxySelector.setDefault(before);
    }

    @Test
    void restRefusesAnAuthorityThatThisComputerDoesNotKnowAndNamesIt() {
        assertThat(new RestAddress(Trust.JAVA).look(at("127.0.0.1")))
                .isEqualTo(new Found.Obstructed(UNKNOWN.obstacle()));
        assertThat(signIn(Trust.JAVA, at("127.0.0.1"))).isEqualTo(UNKNOWN);
    }

    @Test
    void restTrustsTheAuthorityThatStandsInThisComputersBundle() throws Exception {
        var trust = ofBundle();
        assertThat(new RestAddress(trust).look(at("127.0.0.1"))).isEqualTo(new Found.Centre(at("127.0.0.1")));
        assertThat(signIn(trust, at("127.0.0.1"))).isEqualTo(new Attempt.Wrong());
    }

    @Test
    void anAuthorityThatItAddsMeanwhileCountsAtTheNextTry() throws Exception {
        var known = new CopyOnWriteArrayList<X509Certificate>();
        var trust = new Trust(() -> List.copyOf(known));
        assertThat(signIn(trust, at("127.0.0.1"))).isEqualTo(UNKNOWN);
        known.add(authority.certificate());
        assertThat(signIn(trust, at("127.0.0.1"))).isEqualTo(new Attempt.Wrong());
    }

    @Test
    void javasOwnAuthoritiesCountBesideTheComputers() throws Exception {
        assertThat(ofBundle().manager().getAcceptedIssuers())
                .contains(authority.certificate())
                .contains(Trust.JAVA.manager().getAcceptedIssuers());
    }

    @Test
    void aCertificateOutOfItsTimeAndOneForAnotherNameAreToldApart() throws Exception {
        server.stop(0);
        serve(authority.server("SAN=IP:127.0.0.1", "-9d"));
        assertThat(signIn(ofBundle(), at("127.0.0.1"))).isEqualTo(new Attempt.Obstructed(new Obstacle.NotInItsTime()));
        server.stop(0);
        serve(authority.server("SAN=DNS:elsewhere.acme.test", "-0d"));
        assertThat(signIn(ofBundle(), at("127.0.0.1"))).isEqualTo(new Attempt.Obstructed(new Obstacle.OfAnother()));
    }

    @Test
    void theFeedRefusesAnAuthorityThatThisComputerDoesNotKnowAndNamesIt() throws Exception {
        try (var feed = new SocketServer(authority.server(), peer -> peer.read())) {
            follow(feed.address("/api/v1/live"), Trust.JAVA);
        }
        assertThat(signals.getLast())
                .isInstanceOfSatisfying(
                        LiveSignal.Lost.class, lost -> assertThat(lost.why()).contains(MadeUpAuthority.NAME));
    }

    @Test
    void theFeedTrustsTheAuthorityThatStandsInThisComputersBundle() throws Exception {
        try (var feed = caughtUp()) {
            follow(feed.address("/api/v1/live"), ofBundle());
        }
        assertThat(signals).last().isEqualTo(new LiveSignal.CaughtUp(7));
    }

    @Test
    void restAndFeedGoThroughTheWebProxyThatItHasSet() throws Exception {
        try (var proxy = new TunnelProxy(false);
                var feed = caughtUp()) {
            CompanySettings.proxy(proxy);
            assertThat(signIn(ofBundle(), at("centre.acme.test"))).isEqualTo(new Attempt.Wrong());
            follow(
                    URI.create(feed.address("/api/v1/live").toString().replace("localhost", "centre.acme.test")),
                    ofBundle());
            assertThat(signals).last().isEqualTo(new LiveSignal.CaughtUp(7));
            assertThat(proxy.asked)
                    .hasSize(2)
                    .allSatisfy(asked -> assertThat(asked).startsWith("centre.acme.test:"));
        }
    }

    @Test
    void whatIsOnThisComputerIsSpokenToWithoutTheProxy() throws Exception {
        try (var proxy = new TunnelProxy(false);
                var feed = caughtUp()) {
            CompanySettings.proxy(proxy);
            assertThat(signIn(ofBundle(), at("127.0.0.1"))).isEqualTo(new Attempt.Wrong());
            follow(feed.address("/api/v1/live"), ofBundle());
            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void aProxyThatAsksForAPasswordIsToldAsThat() throws Exception {
        try (var proxy = new TunnelProxy(true)) {
            CompanySettings.proxy(proxy);
            assertThat(signIn(ofBundle(), at("centre.acme.test")))
                    .isEqualTo(new Attempt.Obstructed(new Obstacle.ProxyAsks()));
            assertThat(new RestAddress(ofBundle()).look(at("centre.acme.test")))
                    .isEqualTo(new Found.Obstructed(new Obstacle.ProxyAsks()));
        }
    }

    private URI at(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort());
    }

    private Trust ofBundle() throws Exception {
        var bundle = authority.bundle();
        return new Trust(() -> CompanySettings.authorities(bundle));
    }

    private static Attempt signIn(Trust trust, URI backend) {
        try (var rest = new Rest(backend, trust, new NoTokens(), Clock.systemUTC())) {
            return new RestSignIn(rest, new NoTokens()).attempt(BEN);
        }
    }

    private SocketServer caughtUp() throws Exception {
        return new SocketServer(authority.server("SAN=DNS:localhost,DNS:centre.acme.test", "-0d"), peer -> {
            peer.send("[{\"frame\":\"caughtUp\",\"seq\":7}]");
            peer.read();
        });
    }

    /// Until it is caught up or lost.
    private void follow(URI address, Trust trust) throws InterruptedException {
        var feeds = new CopyOnWriteArrayList<LiveFeed>();
        var feed = new LiveFeed(
                address,
                new Source(trust),
                signal -> {
                    signals.add(signal);
                    if (signal instanceof LiveSignal.CaughtUp || signal instanceof LiveSignal.Lost) {
                        feeds.forEach(LiveFeed::close);
                    }
                },
                QUICK,
                RandomGenerator.getDefault());
        feeds.add(feed);
        feed.follow();
    }

    private record Source(Trust trust) implements LiveSource {
        @Override
        public SSLContext tls() {
            return trust.context();
        }

        @Override
        public String accessToken() {
            return "token";
        }

        @Override
        public String accessTokenInsteadOf(String refused) {
            return "token";
        }

        @Override
        public Optional<DeskSnapshot> desk() {
            return Optional.of(Samples.desk(7, List.of()));
        }
    }

    private static final class NoTokens implements RefreshTokens {
        @Override
        public Optional<String> kept() {
            return Optional.empty();
        }

        @Override
        public void keep(String token) {}

        @Override
        public void forget() {}
    }
}
