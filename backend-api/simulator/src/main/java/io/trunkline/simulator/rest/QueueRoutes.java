package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Times;
import io.trunkline.simulator.voice.WaitQueue;

/// `/Queues` and who waits in them. `Front` is the one who waits longest.
final class QueueRoutes implements HttpService {
    private final Exchange exchange;

    QueueRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Queues.json", this::list)
                .post("/Queues.json", this::create)
                .get("/Queues/{sid}", (request, response) -> Rest.ok(response, json(queue(request))))
                .post("/Queues/{sid}", this::update)
                .delete("/Queues/{sid}", this::remove)
                .get("/Queues/{sid}/Members.json", this::members)
                .get("/Queues/{sid}/Members/{call}", this::member)
                .post("/Queues/{sid}/Members/{call}", this::dequeue);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Pages.send(
                request,
                response,
                "queues",
                exchange.queues().all().stream().map(this::json).toList());
    }

    private void create(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var name = form.text("FriendlyName");
        if (name.isEmpty() || name.length() > 64) {
            throw RestError.invalid(22002, "FriendlyName has 1 to 64 letters");
        }
        if (exchange.queues().all().stream().anyMatch(q -> q.name().equals(name))) {
            throw RestError.invalid(22003, "A queue of that name exists already");
        }
        var queue = exchange.queues().named(name);
        queue.most(Checks.number(form, "MaxSize", queue.most(), 5_000));
        Rest.created(response, json(queue));
    }

    private void update(ServerRequest request, ServerResponse response) {
        var queue = queue(request);
        queue.most(Checks.number(Rest.form(request), "MaxSize", queue.most(), 5_000));
        Rest.ok(response, json(queue));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        if (!exchange.queues().remove(queue(request))) {
            throw RestError.invalid(22001, "The queue is not empty");
        }
        Rest.gone(response);
    }

    private WaitQueue queue(ServerRequest request) {
        return exchange.queues().bySid(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private void members(ServerRequest request, ServerResponse response) {
        var queue = queue(request);
        var all = queue.entries().stream().map(e -> json(queue, e)).toList();
        Pages.send(request, response, "queue_members", all);
    }

    private void member(ServerRequest request, ServerResponse response) {
        var queue = queue(request);
        Rest.ok(response, json(queue, entry(request, queue)));
    }

    private static WaitQueue.Entry entry(ServerRequest request, WaitQueue queue) {
        var key = Rest.id(request, "call");
        return queue.entries().stream()
                .filter(e -> key.equals("Front") || e.call().sid().equals(key))
                .findFirst()
                .orElseThrow(() -> Rest.missing(request));
    }

    private void dequeue(ServerRequest request, ServerResponse response) {
        var queue = queue(request);
        var entry = entry(request, queue);
        var url = Checks.url(Rest.form(request), "Url", "Method");
        var body = json(queue, entry);
        exchange.calls().redirect(entry.call(), Source.ask(url));
        Rest.ok(response, body);
    }

    private ObjectNode json(WaitQueue queue) {
        var account = exchange.account().sid();
        return Rest.object()
                .put("sid", queue.sid())
                .put("account_sid", account)
                .put("friendly_name", queue.name())
                .put("current_size", queue.entries().size())
                .put("max_size", queue.most())
                .put("average_wait_time", queue.averageWait().toSeconds())
                .put("date_created", Times.text(queue.created()))
                .put("date_updated", Times.text(queue.created()))
                .put("uri", Rest.ROOT + account + "/Queues/" + queue.sid() + ".json");
    }

    private ObjectNode json(WaitQueue queue, WaitQueue.Entry entry) {
        return Rest.object()
                .put("call_sid", entry.call().sid())
                .put("queue_sid", queue.sid())
                .put("date_enqueued", Times.text(entry.since()))
                .put("position", queue.entries().indexOf(entry) + 1)
                .put("wait_time", entry.waited(exchange.pace().now()).toSeconds())
                .put(
                        "uri",
                        Rest.ROOT + exchange.account().sid() + "/Queues/" + queue.sid() + "/Members/"
                                + entry.call().sid() + ".json");
    }
}
