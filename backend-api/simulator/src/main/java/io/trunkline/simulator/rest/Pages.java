package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.webhook.Form;
import java.util.List;

/// A list in pages: `PageSize` up to 1000 (50), `Page` from 0.
final class Pages {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private Pages() {}

    static void send(ServerRequest request, ServerResponse response, String name, List<ObjectNode> all) {
        var query = Rest.query(request);
        var size = Math.clamp(number(query, "PageSize", USUAL), 1, MOST);
        var page = Math.max(0, number(query, "Page", 0));
        var start = (int) Math.min((long) page * size, all.size());
        var shown = all.subList(start, Math.min(start + size, all.size()));
        var path = Rest.path(request);
        var body = Rest.object();
        body.putArray(name).addAll(shown);
        body.put("page", page).put("page_size", size).put("start", start);
        body.put("end", Math.max(start, start + shown.size() - 1));
        body.put("uri", uri(path, query, page, size)).put("first_page_uri", uri(path, query, 0, size));
        body.put("next_page_uri", start + size < all.size() ? uri(path, query, page + 1, size) : null);
        body.put("previous_page_uri", page > 0 ? uri(path, query, page - 1, size) : null);
        Rest.ok(response, body);
    }

    private static String uri(String path, Form query, int page, int size) {
        return path + "?" + query.copy().put("PageSize", size).put("Page", page).encode();
    }

    private static int number(Form query, String name, int otherwise) {
        return query.get(name)
                .filter(v -> v.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
