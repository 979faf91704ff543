package io.trunkline.backend.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Swagger UI out of its WebJar, pointed at our document.
final class SwaggerUi {
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "favicon-32x32.png", "image/png");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <title>Trunkline API</title>
                <link rel="stylesheet" href="/docs/swagger-ui.css">
                <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
              </head>
              <body>
                <div id="api"></div>
                <script src="/docs/swagger-ui-bundle.js"></script>
                <script>SwaggerUIBundle({url: "/openapi.json", dom_id: "#api", deepLinking: true});</script>
              </body>
            </html>
            """;

    void page(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(PAGE);
    }

    void file(String name, ServerResponse response) throws IOException {
        var type = Optional.ofNullable(FILES.get(name)).orElseThrow(SwaggerUi::absent);
        try (var in = open("/META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), name))) {
            response.header(HeaderNames.CONTENT_TYPE, type)
                    .header(HeaderNames.CACHE_CONTROL, "max-age=86400")
                    .send(in.readAllBytes());
        }
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    private static InputStream open(String resource) {
        return Optional.ofNullable(SwaggerUi.class.getResourceAsStream(resource))
                .orElseThrow(SwaggerUi::absent);
    }

    private static Fault.NotFound absent() {
        return new Fault.NotFound("There is no such file.");
    }
}
