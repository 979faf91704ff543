package io.trunkline.backend.platform.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.backend.platform.http.Route.Shape;
import io.trunkline.model.Problem;
import io.trunkline.model.json.Json;
import java.util.Locale;
import java.util.regex.Pattern;

/// The OpenAPI 3.1 document, made from the route table, so that it cannot say anything else than the server does.
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final ObjectNode document = Json.mapper().createObjectNode();
    private final ObjectNode paths = document.objectNode();
    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static ObjectNode document(RouteTable table) {
        var api = new OpenApi();
        api.document.put("openapi", "3.1.0");
        api.document.putObject("info").put("title", "Trunkline").put("version", "1");
        table.all().forEach(api::add);
        api.document.set("paths", api.paths);
        var components = api.document.putObject("components");
        components.set("schemas", api.schemas.all());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        return api.document;
    }

    private void add(Route route) {
        var operation = paths.withObjectProperty(route.path())
                .putObject(route.method().text().toLowerCase(Locale.ROOT));
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        describeAccess(route, operation);
        parameters(route, operation);
        route.request()
                .ifPresent(shape -> content(operation.putObject("requestBody").put("required", true), shape));
        var responses = operation.putObject("responses");
        var good = responses.putObject(String.valueOf(route.status())).put("description", "As asked");
        route.response().ifPresent(shape -> content(good, shape));
        responses
                .putObject("default")
                .put("description", "Refused")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(Problem.class));
    }

    private static String operationId(Route route) {
        return route.method().text().toLowerCase(Locale.ROOT)
                + route.path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static void describeAccess(Route route, ObjectNode operation) {
        switch (route.access()) {
            case Access.Open(String reason) ->
                operation.put("description", "Open: " + reason + ".").putArray("security");
            case Access.Needs(var permission) -> secured(operation, "Needs the permission " + permission + ".");
            case Access.SignedIn _ -> secured(operation, "For everybody who is signed in.");
            case Access.Platform _ -> secured(operation, "For people of the platform.");
        }
    }

    private static void secured(ObjectNode operation, String sentence) {
        operation.put("description", sentence);
        operation.putArray("security").addObject().putArray("bearer");
    }

    private static void parameters(Route route, ObjectNode operation) {
        var parameters = operation.putArray("parameters");
        var names = PARAMETER.matcher(route.path());
        while (names.find()) {
            parameters
                    .addObject()
                    .put("name", names.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (var query : route.queries()) {
            parameters
                    .addObject()
                    .put("name", query.name())
                    .put("in", "query")
                    .put("description", query.about())
                    .putObject("schema")
                    .put("type", "string");
        }
    }

    private void content(ObjectNode holder, Shape shape) {
        var content = holder.putObject("content");
        switch (shape) {
            case Shape.One(var type) -> content.putObject("application/json").set("schema", schemas.of(type));
            case Shape.Many(var type) -> content.putObject("application/json").set("schema", schemas.list(type));
            case Shape.Paged(var type) -> content.putObject("application/json").set("schema", schemas.page(type));
            case Shape.Other(var mediaType) -> content.putObject(mediaType);
        }
    }
}
