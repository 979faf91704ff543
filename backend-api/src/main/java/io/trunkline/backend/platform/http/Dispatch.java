package io.trunkline.backend.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.trunkline.backend.platform.config.TrustedProxies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The way of every request: guard, handler, fault, log line, timer.
final class Dispatch {
    private static final Logger ACCESS = LoggerFactory.getLogger("io.trunkline.access");

    /// Desktops set their clocks by it: a `Date` has whole seconds only, and may be a second old.
    private static final HeaderName TIME = HeaderNames.create("Trunkline-Time");

    private static final String INTERACTION = "/api/v1/interactions/{id}";

    private final Guard guard;
    private final FaultMapper faults;
    private final MeterRegistry meters;
    private final TrustedProxies proxies;
    private final AtomicInteger running = new AtomicInteger();

    Dispatch(Guard guard, FaultMapper faults, MeterRegistry meters, TrustedProxies proxies) {
        this.proxies = proxies;
        this.guard = guard;
        this.faults = faults;
        this.meters = meters;
        meters.gauge("http.requests.running", running);
    }

    /// Requests that are being answered now.
    int running() {
        return running.get();
    }

    Handler of(Routes.Entry entry) {
        var timers = new ConcurrentHashMap<Integer, Timer>();
        boolean timed = entry.route().path().startsWith("/api/");
        return (request, response) -> {
            var begun = System.nanoTime();
            running.incrementAndGet();
            if (timed) {
                response.header(TIME, String.valueOf(meters.config().clock().wallTime()));
            }
            try {
                answer(entry, request, response);
            } finally {
                running.decrementAndGet();
                finish(entry.route(), response.status().code(), System.nanoTime() - begun, timers);
            }
        };
    }

    // Whatever is thrown is answered here, so that no route can leak a stack trace.
    @SuppressWarnings("IllegalCatch")
    private void answer(Routes.Entry entry, ServerRequest request, ServerResponse response) {
        try {
            var principal = guard.admit(request, entry.route());
            if (principal instanceof Principal.Member member) {
                MDC.put("agent", member.user().toString());
            }
            if (entry.route().path().startsWith(INTERACTION)) {
                MDC.put("interaction", request.path().pathParameters().get("id"));
            }
            new RequestContext(principal, entry.route()).run(() -> {
                entry.handler().answer(new Request(request, principal, proxies), response);
                return true;
            });
        } catch (Exception e) {
            faults.handle(request, response, e);
        } finally {
            MDC.clear();
        }
    }

    // The route's pattern is logged, never the path: paths hold ids, queries hold names. That a program which starts is
    // not ready yet is no news.
    private void finish(Route route, int status, long nanos, Map<Integer, Timer> timers) {
        timers.computeIfAbsent(status, code -> timer(route, code)).record(nanos, TimeUnit.NANOSECONDS);
        if (status >= 500 && !route.path().startsWith("/health/")) {
            ACCESS.warn("{} {} in {} ms", route, status, nanos / 1_000_000);
        } else if (status >= 400 && status < 500) {
            ACCESS.info("{} {} in {} ms", route, status, nanos / 1_000_000);
        } else {
            ACCESS.debug("{} {} in {} ms", route, status, nanos / 1_000_000);
        }
    }

    private Timer timer(Route route, int status) {
        return Timer.builder("http.requests")
                .tag("method", route.method().text())
                .tag("route", route.path())
                .tag("status", String.valueOf(status))
                .register(meters);
    }
}
