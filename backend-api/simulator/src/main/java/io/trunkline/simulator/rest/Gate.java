package io.trunkline.simulator.rest;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Pace;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// In front of every REST request: who asks, too many at once, ordered failures, the usual latency.
final class Gate implements Filter {
    private final AtomicInteger inside = new AtomicInteger();
    private final Account account;
    private final Mood mood;
    private final Arrivals arrivals;
    private final Pace pace;

    Gate(Account account, Mood mood, Arrivals arrivals, Pace pace) {
        this.account = account;
        this.mood = mood;
        this.arrivals = arrivals;
        this.pace = pace;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!request.path().path().startsWith("/2010-04-01/")) {
            chain.proceed();
            return;
        }
        var prologue = request.prologue();
        var arrival = arrivals.add(
                pace.now(), prologue.method().text(), request.path().path());
        try {
            admit(request);
            ScopedValue.where(Rest.LATE, mood.takeHang())
                    .where(Rest.ARRIVAL, arrival)
                    .run(chain::proceed);
        } catch (RestError e) {
            Rest.error(response, e);
        } finally {
            inside.decrementAndGet();
            arrival.answered(pace.now(), response.status().code());
        }
    }

    private void admit(RoutingRequest request) {
        var unkind = mood.now();
        if (inside.incrementAndGet() > unkind.restConcurrency()) {
            throw new RestError(429, 20429, "Too Many Requests");
        }
        var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!account.accepts(header)) {
            throw new RestError(401, 20003, "Authenticate");
        }
        if (!request.path().path().startsWith(Rest.ROOT + account.sid())) {
            throw RestError.notFound(request.path().path());
        }
        if (mood.takeFailure()) {
            throw failure(unkind.failRestStatus());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(unkind.latencyMs()));
    }

    private static RestError failure(int status) {
        return status == 429
                ? new RestError(429, 20429, "Too Many Requests")
                : new RestError(status, 20500, "An internal server error has occurred");
    }
}
