package io.trunkline.simulator.rest;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Keys;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Pace;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// In front of every REST request: who asks, too many at once, ordered failures, the usual latency.
final class Gate implements Filter {
    private final AtomicInteger inside = new AtomicInteger();
    private final Account account;
    private final Keys keys;
    private final Mood mood;
    private final Arrivals arrivals;
    private final Pace pace;

    Gate(Account account, Keys keys, Mood mood, Arrivals arrivals, Pace pace) {
        this.account = account;
        this.keys = keys;
        this.mood = mood;
        this.arrivals = arrivals;
        this.pace = pace;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var path = request.path().path();
        if (!path.startsWith("/2010-04-01/") && !path.startsWith(ServiceRoutes.ROOT)) {
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
        var path = request.path().path();
        var caller = keys.caller(header).orElseThrow(Gate::stranger);
        if (!path.startsWith(Rest.ROOT + account.sid()) && !path.startsWith(ServiceRoutes.ROOT)) {
            throw RestError.notFound(path);
        }
        if (caller == Keys.Caller.KEY && forTheAccountOnly(path)) {
            throw stranger();
        }
        stands(path);
        if (mood.takeFailure()) {
            throw failure(unkind.failRestStatus());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(unkind.latencyMs()));
    }

    private static RestError stranger() {
        return new RestError(401, 20003, "Authenticate");
    }

    private boolean forTheAccountOnly(String path) {
        return path.equals(Rest.ROOT + account.sid() + ".json") || path.startsWith(Rest.ROOT + account.sid() + "/Keys");
    }

    /// An account that is not active is shown, and does nothing.
    private void stands(String path) {
        if (!mood.standing().status().equals("active") && !path.equals(Rest.ROOT + account.sid() + ".json")) {
            throw new RestError(401, 20005, "Account not active");
        }
    }

    private static RestError failure(int status) {
        return status == 429
                ? new RestError(429, 20429, "Too Many Requests")
                : new RestError(status, 20500, "An internal server error has occurred");
    }
}
