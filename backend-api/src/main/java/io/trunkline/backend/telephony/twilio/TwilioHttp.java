package io.trunkline.backend.telephony.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Carries the requests of Twilio's library to Twilio, or to the address of a stand-in, within a time limit.
final class TwilioHttp extends com.twilio.http.HttpClient {
    private final HttpClient http;
    private final Optional<URI> base;
    private final Duration limit;

    TwilioHttp(HttpClient http, Optional<URI> base, Duration limit) {
        this.http = http;
        this.base = base;
        this.limit = limit;
    }

    /// The way to the carrier broke before anything was sent.
    static final class NotSent extends ApiConnectionException {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super("the carrier cannot be reached", cause);
        }
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var answer = http.send(translated(request), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode());
        } catch (java.net.ConnectException | java.net.http.HttpConnectTimeoutException e) {
            throw new NotSent(e);
        } catch (IOException e) {
            throw new ApiConnectionException("the carrier did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted while the carrier was asked", e);
        }
    }

    private HttpRequest translated(Request request) {
        var url = URI.create(request.constructURL().toString());
        var to = base.map(other -> URI.create(other.getScheme() + "://" + other.getAuthority() + url.getRawPath()
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())))
                .orElse(url);
        var body = request.getMethod() == HttpMethod.POST
                ? HttpRequest.BodyPublishers.ofString(request.encodeFormBody())
                : HttpRequest.BodyPublishers.noBody();
        var builder = HttpRequest.newBuilder(to)
                .timeout(limit)
                .method(request.getMethod().toString(), body)
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.POST) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return builder.build();
    }
}
