package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.MessagingService;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import java.util.List;

/// Messaging services and their numbers, which the carrier serves at an address of their own.
final class ServiceRoutes implements HttpService {
    static final String ROOT = "/v1/Services";
    private static final int USUAL = 50;

    private final String account;
    private final Numbers numbers;

    ServiceRoutes(String account, Numbers numbers) {
        this.account = account;
        this.numbers = numbers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::list).get("/{sid}/PhoneNumbers", this::numbers);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var all = numbers.services().stream().map(this::json).toList();
        send(request, response, "services", all);
    }

    private void numbers(ServerRequest request, ServerResponse response) {
        var service = numbers.service(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
        var all = service.numbers().stream()
                .sorted()
                .flatMap(number -> numbers.find(number).stream())
                .map(number -> json(service, number))
                .toList();
        send(request, response, "phone_numbers", all);
    }

    /// Pages of this address name the next one in full, in `meta`.
    private static void send(ServerRequest request, ServerResponse response, String name, List<ObjectNode> all) {
        var query = Rest.query(request);
        var size = query.get("PageSize").map(Integer::parseInt).orElse(USUAL);
        var page = query.get("Page").map(Integer::parseInt).orElse(0);
        var start = Math.min(page * size, all.size());
        var end = Math.min(start + size, all.size());
        var body = Rest.object();
        body.putArray(name).addAll(all.subList(start, end));
        var here = "http://" + request.authority() + Rest.path(request) + "?PageSize=" + size + "&Page=";
        body.putObject("meta")
                .put("page", page)
                .put("page_size", size)
                .put("key", name)
                .put("url", here + page)
                .put("first_page_url", here + 0)
                .put("previous_page_url", page > 0 ? here + (page - 1) : null)
                .put("next_page_url", end < all.size() ? here + (page + 1) : null);
        Rest.ok(response, body);
    }

    private ObjectNode json(MessagingService service) {
        return Rest.object()
                .put("sid", service.sid())
                .put("account_sid", account)
                .put("friendly_name", service.name())
                .put("inbound_request_url", service.inbound().url())
                .put("inbound_method", service.inbound().method())
                .put("use_inbound_webhook_on_number", service.defers());
    }

    private ObjectNode json(MessagingService service, PhoneNumber number) {
        return Rest.object()
                .put("sid", number.sid())
                .put("account_sid", account)
                .put("service_sid", service.sid())
                .put("phone_number", number.number());
    }
}
