package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import io.trunkline.backend.telephony.twilio.SignedWebhook;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Proves that a signed webhook sent to the public address comes to this very backend unchanged, and that a wrongly
/// signed one is refused. No call and no interaction comes of it.
final class WayBack {
    // What signs and escapes are most easily changed on a way: each has to arrive as it was sent.
    private static final String QUERY = "?language=en-US&step=a%2Fb%3A1";
    private static final int TRIES = 8;

    private final Way way;
    private final OurBackend backend;
    private final CarrierAddresses addresses;
    private final String account;
    private final String token;

    WayBack(Way way, OurBackend backend, CarrierAddresses addresses, String account, String token) {
        this.way = way;
        this.backend = backend;
        this.addresses = addresses;
        this.account = account;
        this.token = token;
    }

    /// Whether the backend takes signatures made with the token. Asked past whatever stands before it.
    boolean tokenKnown() {
        var question = question();
        try {
            return isAnswer(way.send(direct(question)), backend.proof(question));
        } catch (Way.Broken e) {
            throw new CannotConnect(
                    CannotConnect.UNREACHABLE,
                    "The backend cannot be reached at %s. %s".formatted(backend.base(), e.getMessage()),
                    e);
        }
    }

    /// Why the way is not proven, in a sentence with what to do; empty when it is. A `fresh` account is known to
    /// every node of a backend only after some seconds, so a refusal is asked again.
    Optional<String> trouble(boolean fresh) {
        try {
            var right = answered(fresh ? TRIES : 1);
            return right.isPresent() ? right : refused();
        } catch (Way.Broken e) {
            return Optional.of(e.getMessage() + " Twilio needs to reach " + addresses.publicUrl() + ".");
        }
    }

    private Optional<String> answered(int tries) throws Way.Broken {
        for (var attempt = 1; ; attempt++) {
            var question = question();
            var expected = backend.proof(question);
            var answer = way.send(
                    webhook(question).request(token).timeout(Way.PATIENCE).build());
            if (isAnswer(answer, expected)) {
                return Optional.empty();
            }
            if (!isOurRefusal(answer) || attempt == tries || !tokenKnown()) {
                return Optional.of(sentence(answer));
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private Optional<String> refused() throws Way.Broken {
        var forged = new StringBuilder(token).reverse().append('x').toString();
        var answer = way.send(
                webhook(question()).request(forged).timeout(Way.PATIENCE).build());
        return answer.statusCode() == 403
                ? Optional.empty()
                : Optional.of(
                        "A webhook with a wrong signature was answered with status %d instead of being refused (403): something between Twilio and the backend answers by itself, such as a cache. Let it pass everything below %s/twilio/ on."
                                .formatted(answer.statusCode(), addresses.publicUrl()));
    }

    private String sentence(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var server = URI.create(addresses.publicUrl()).getAuthority();
        if (status >= 300 && status < 400) {
            return "%s answers with a redirect to %s. Twilio follows it and loses what it sends: set http.public-url to the address that it leads to, or end the redirect for /twilio/."
                    .formatted(server, place(answer));
        }
        if (isOurRefusal(answer)) {
            return tokenKnown()
                    ? "The webhook arrives at the backend changed, so its signature is wrong there: a proxy rewrites its path, its query or its body. Let it pass everything below %s/twilio/ on exactly as it comes."
                            .formatted(addresses.publicUrl())
                    : "The backend that answers at %s does not take signatures with this token: it is another backend, or it knows another token of the account."
                            .formatted(server);
        }
        return switch (status) {
            case 401, 407 ->
                "%s asks for a password (status %d). Let everything below /twilio/ through without one: the signature guards it."
                        .formatted(server, status);
            case 403 ->
                "Something before the backend refuses the webhook (status 403): let POST requests to %s/twilio/ through its firewall or access list."
                        .formatted(addresses.publicUrl());
            case 404, 405 ->
                "%s answers, but not with this backend's webhooks (status %d): the proxy passes another path on, or another program listens there. Its rule has to send %s/twilio/ to the backend's /twilio/."
                        .formatted(server, status, addresses.publicUrl());
            case 502, 503, 504 ->
                "The proxy at %s cannot reach the backend (status %d): compare where it sends requests with http.host and http.port, and look whether a firewall stands between them."
                        .formatted(server, status);
            default -> otherwise(server, status, answer.body());
        };
    }

    private static String otherwise(String server, int status, String body) {
        if (status == 200 && body.contains("<Response><!--")) {
            return "Another Trunkline backend answers at %s: http.public-url has to lead to this one."
                    .formatted(server);
        }
        return "Something else than this backend answers at %s (status %d): http.public-url names another server, or the wrong port."
                .formatted(server, status);
    }

    /// Where it leads, without a query that may tell something.
    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere").replaceFirst("\\?.*", "");
    }

    private static boolean isAnswer(HttpResponse<String> answer, String expected) {
        return answer.statusCode() == 200 && answer.body().contains(expected);
    }

    private static boolean isOurRefusal(HttpResponse<String> answer) {
        return answer.statusCode() == 403 && answer.body().contains("The signature is not that of the carrier");
    }

    private HttpRequest direct(String question) {
        var path = addresses.proof().substring(addresses.publicUrl().length());
        return webhook(question)
                .request(URI.create(backend.base() + path + QUERY), token)
                .timeout(Way.PATIENCE)
                .build();
    }

    private SignedWebhook webhook(String question) {
        return new SignedWebhook(
                addresses.proof() + QUERY,
                Map.of(
                        "AccountSid",
                        account,
                        "ApiVersion",
                        "2010-04-01",
                        "Digits",
                        "1#*",
                        "From",
                        "+1 (202) 555 & 0100 = é",
                        SignedWebhook.QUESTION,
                        question));
    }

    private static String question() {
        return UUID.randomUUID().toString();
    }
}
