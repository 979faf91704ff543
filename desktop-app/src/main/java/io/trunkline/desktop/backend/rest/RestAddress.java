package io.trunkline.desktop.backend.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.backend.BackendAddress;
import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.login.AddressGateway;
import io.trunkline.model.desktop.ProgramVersion;
import io.trunkline.model.desktop.Release;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether a backend is at an address, and one that fits this program.
public final class RestAddress implements AddressGateway {
    private static final Logger LOG = LoggerFactory.getLogger(RestAddress.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Every answer of a backend below `/api/` carries it.
    private static final String SIGN = "Trunkline-Time";

    private final Trust trust;
    private final String version;

    public RestAddress(Trust trust) {
        this(trust, ThisProgram.version());
    }

    RestAddress(Trust trust, String version) {
        this.trust = trust;
        this.version = version;
    }

    @Override
    public Found look(URI address) {
        var client = Clients.encrypted(trust)
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .callTimeout(PATIENCE.multipliedBy(2))
                .build();
        try {
            return new Look(client, version).at(address);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private record Answer(URI from, int status, boolean signed, String body) {}

    private record Look(OkHttpClient client, String version) {
        Found at(URI address) {
            try {
                var release = ask(address, "/api/v1/desktop/release");
                // a proxy may have led from http to https; that is the address to keep
                var there = BackendAddress.read(release.from().toString()).orElse(address);
                if (release.status() == 200 && release.signed()) {
                    return fits(there, release.body());
                }
                return ask(there, "/api/v1/me").signed() ? new Found.CentreTooOld() : unknown(there);
            } catch (IOException e) {
                LOG.info("{} was looked at: {}", address, e.toString());
                return speaksPlainly(address, e) ? new Found.NotEncrypted() : failed(e);
            }
        }

        private Found fits(URI there, String body) throws IOException {
            Release release;
            try {
                release = Json.mapper().readValue(body, Release.class);
            } catch (JsonProcessingException _) {
                return new Found.SomethingElse();
            }
            var needed = Optional.ofNullable(release.least()).flatMap(ProgramVersion::parse);
            var own = ProgramVersion.parse(version);
            if (needed.isPresent() && own.isPresent() && own.get().isBefore(needed.get())) {
                return new Found.ProgramTooOld(
                        needed.get().toString(),
                        Optional.ofNullable(release.page()).orElse(""));
            }
            return ask(there, "/health/ready").status() == 200 ? new Found.Centre(there) : new Found.NotReady();
        }

        /// A backend that is starting keeps every question waiting but this one; its report names its checks.
        private Found unknown(URI there) throws IOException {
            var ready = ask(there, "/health/ready");
            return ready.status() == 503 && reports(ready.body()) ? new Found.NotReady() : new Found.SomethingElse();
        }

        private Answer ask(URI address, String path) throws IOException {
            var request =
                    new Request.Builder().url(address.resolve(path).toString()).build();
            try (var response = client.newCall(request).execute()) {
                return new Answer(
                        response.request().url().uri(), response.code(), response.header(SIGN) != null, body(response));
            }
        }

        /// Whether an address that was asked with encryption, and gave none of the answers that are clear, is a backend
        /// without.
        private boolean speaksPlainly(URI address, IOException failure) {
            if (!"https".equals(address.getScheme()) || Obstacle.behind(failure).isPresent() || isAway(failure)) {
                return false;
            }
            try {
                return ask(URI.create(address.toString().replaceFirst("https", "http")), "/api/v1/desktop/release")
                        .signed();
            } catch (IOException e) {
                LOG.debug("{} does not speak without encryption either", address, e);
                return false;
            }
        }
    }

    private static boolean reports(String body) {
        try {
            JsonNode report = Json.mapper().readTree(body);
            return report.path("status").isTextual() && report.path("checks").isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static String body(Response response) throws IOException {
        return response.peekBody(64 * 1024L).string();
    }

    private static boolean isAway(IOException failure) {
        return failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException;
    }

    private static Found failed(IOException e) {
        return Obstacle.behind(e).<Found>map(Found.Obstructed::new).orElseGet(() -> switch (e) {
            case UnknownHostException _ -> new Found.NoSuchHost();
            case ConnectException _, NoRouteToHostException _ -> new Found.NothingListens();
            case SSLException _ -> new Found.SomethingElse();
            default -> new Found.Silence();
        });
    }
}
