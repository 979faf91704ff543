package io.trunkline.backend.platform.http;

import io.helidon.http.HeaderNames;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/// Health, metrics, the OpenAPI document and the page that shows it.
public final class PlatformRoutes {
    private final Health health;
    private final PrometheusMeterRegistry meters;
    private final RouteTable table;
    private final SwaggerUi ui = new SwaggerUi();

    public PlatformRoutes(Health health, PrometheusMeterRegistry meters, RouteTable table) {
        this.health = health;
        this.meters = meters;
        this.table = table;
    }

    public void declare(Routes routes) {
        routes.get("/health/live")
                .open("asked by whatever restarts the server")
                .summary("Is the server alive?")
                .raw("application/json", (_, response) -> Reply.json(response, 200, Map.of("status", "UP")));
        routes.get("/health/ready")
                .open("asked by whatever sends requests here")
                .summary("Does the server take work?")
                .raw("application/json", (_, response) -> {
                    var report = health.report();
                    Reply.json(response, report.code(), report);
                });
        routes.get("/metrics")
                .open("read by Prometheus; holds counts and times, no names")
                .summary("Counts and times for Prometheus")
                .raw(
                        "text/plain",
                        (_, response) -> response.header(
                                        HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                                .send(meters.scrape()));
        routes.get("/openapi.json")
                .open("the description of the routes is public")
                .summary("This document")
                .raw("application/json", (_, response) -> Reply.json(response, 200, OpenApi.document(table)));
        routes.get("/docs").open("the page holds no data").raw("text/html", (_, response) -> ui.page(response));
        routes.get("/docs/{file}")
                .open("the page's scripts hold no data")
                .raw("*/*", (request, response) -> ui.file(request.path("file"), response));
    }
}
