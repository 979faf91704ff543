package io.trunkline.simulator.webhook;

import io.trunkline.simulator.account.Hook;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One signed request over HTTP/1.1. A redirect is followed with GET and without the fields, as the carrier does
/// (16010).
final class Wire implements AutoCloseable {
    private final String token;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, HttpClient> byConnectTime = new ConcurrentHashMap<>();

    Wire(String token) {
        this.token = token;
    }

    Attempt send(Hook hook, Form form, String idempotency, Limits limits, long budgetMs) {
        var request = request(hook, form, idempotency);
        if (request == null) {
            return Attempt.failed("ct");
        }
        var client = byConnectTime.computeIfAbsent(limits.connectMs(), this::client);
        var sent = threads.submit(() -> client.send(request, BodyHandlers.ofString()));
        try {
            var response = sent.get(Math.min(limits.readMs(), budgetMs), TimeUnit.MILLISECONDS);
            var type = response.headers().firstValue("Content-Type").orElse("");
            return Attempt.answered(response.statusCode(), type, response.body());
        } catch (TimeoutException e) {
            sent.cancel(true);
            return Attempt.failed("rt");
        } catch (ExecutionException e) {
            return Attempt.failed(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed("ct");
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException _ -> "ct";
            case HttpTimeoutException _ -> "ct";
            case IOException _ -> "ct";
            case InterruptedException _ -> "ct";
            case null, default -> throw new IllegalStateException("a webhook failed for no known reason", cause);
        };
    }

    private @Nullable HttpRequest request(Hook hook, Form form, String idempotency) {
        var get = hook.method().equals("GET");
        var plain = withoutFragment(hook.url());
        var url = !get || form.isEmpty() ? plain : plain + (plain.contains("?") ? "&" : "?") + form.encode();
        var body = HttpRequest.BodyPublishers.ofString(get ? "" : form.encode());
        try {
            var builder = HttpRequest.newBuilder(URI.create(url))
                    .header("User-Agent", "TwilioProxy/1.1")
                    .header("Accept", "*/*")
                    .header("I-Twilio-Idempotency-Token", idempotency)
                    .header("X-Home-Region", "us1")
                    .header("X-Twilio-Signature", Signature.of(token, url, get ? new Form() : form));
            return get
                    ? builder.GET().build()
                    : builder.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                            .POST(body)
                            .build();
        } catch (IllegalArgumentException e) {
            return null; // an address nobody can ask is a failed connection to the carrier
        }
    }

    private HttpClient client(int connectMs) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofMillis(connectMs))
                .executor(threads)
                .build();
    }

    static String withoutFragment(String url) {
        var cut = url.indexOf('#');
        return cut < 0 ? url : url.substring(0, cut);
    }

    static @Nullable String fragment(String url) {
        var cut = url.indexOf('#');
        return cut < 0 ? null : url.substring(cut + 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        byConnectTime.values().forEach(HttpClient::shutdownNow);
    }
}
