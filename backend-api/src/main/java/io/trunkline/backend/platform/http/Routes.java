package io.trunkline.backend.platform.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where features declare their routes: `routes.post("/api/v1/queues").summary("Create a
/// queue").needs(QUEUE_WRITE).takes(NewQueue.class).creates(Queue.class).to(this::create)`.
public final class Routes implements RouteTable {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    record Entry(Route route, RouteHandler handler) {}

    public RouteDraft get(String path) {
        return new RouteDraft(this, Method.GET, path);
    }

    public RouteDraft post(String path) {
        return new RouteDraft(this, Method.POST, path);
    }

    public RouteDraft put(String path) {
        return new RouteDraft(this, Method.PUT, path);
    }

    public RouteDraft patch(String path) {
        return new RouteDraft(this, Method.PATCH, path);
    }

    public RouteDraft delete(String path) {
        return new RouteDraft(this, Method.DELETE, path);
    }

    @Override
    public void add(Route route, RouteHandler handler) {
        if (!taken.add(route.toString().replaceAll("\\{[^}]*}", "{}"))) {
            throw new IllegalStateException("the route is there already: " + route);
        }
        entries.add(new Entry(route, handler));
    }

    @Override
    public List<Route> all() {
        return entries.stream().map(Entry::route).toList();
    }

    void install(HttpRules rules, Dispatch dispatch) {
        for (var entry : entries) {
            rules.route(entry.route.method(), entry.route.path(), dispatch.of(entry));
        }
    }
}
