package io.trunkline.simulator.rest;

import io.helidon.webserver.http.HttpRouting;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Exchange;

/// Puts the REST API into the server.
public final class RestApi {
    private RestApi() {}

    public static void register(
            HttpRouting.Builder routing, Exchange exchange, Texts texts, Mood mood, Arrivals arrivals) {
        var account = exchange.account();
        var root = Rest.ROOT + account.sid();
        routing.addFilter(new Gate(account, exchange.keys(), mood, arrivals, exchange.pace()))
                .error(RestError.class, (_, response, e) -> Rest.error(response, e))
                .register(root, new CallRoutes(exchange, new CallJson(account.sid(), exchange.numbers())))
                .register(root, new ConferenceRoutes(exchange))
                .register(root, new ParticipantRoutes(exchange))
                .register(root, new RecordingRoutes(exchange))
                .register(root, new QueueRoutes(exchange))
                .register(root, new MessageRoutes(account.sid(), exchange.numbers(), texts))
                .register(root, new NumberRoutes(account.sid(), exchange.numbers()))
                .register(root, new ApplicationRoutes(account.sid(), exchange.numbers()))
                .register(root, new KeyRoutes(exchange.keys(), exchange.pace()))
                .register(ServiceRoutes.ROOT, new ServiceRoutes(account.sid(), exchange.numbers()))
                .get(root + ".json", (_, response) -> Rest.ok(response, AccountJson.of(account, mood.standing())))
                .any("/2010-04-01/*", (request, _) -> {
                    throw Rest.missing(request);
                });
    }
}
