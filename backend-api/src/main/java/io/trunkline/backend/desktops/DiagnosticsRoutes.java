package io.trunkline.backend.desktops;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.desktop.SentDiagnostics;
import io.trunkline.model.identity.Permission;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// `/api/v1/diagnostics`
final class DiagnosticsRoutes {
    private static final String ZIP = "application/zip";

    private final Diagnostics diagnostics;

    DiagnosticsRoutes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void declare(Routes routes) {
        routes.post("/api/v1/diagnostics")
                .summary("Sends a diagnostics bundle, a zip file as the body, to the administrators")
                .signedIn()
                .creates(SentDiagnostics.class)
                .to(this::take);
        routes.get("/api/v1/diagnostics")
                .summary("The diagnostics bundles that people sent, newest first")
                .needs(Permission.AUDIT_READ)
                .returnsPage(SentDiagnostics.class)
                .to(request -> diagnostics.list(request.member(), request.paging()));
        routes.get("/api/v1/diagnostics/{id}")
                .summary("A diagnostics bundle as it was sent")
                .needs(Permission.AUDIT_READ)
                .raw(ZIP, this::zip);
        routes.delete("/api/v1/diagnostics/{id}")
                .summary("Deletes a diagnostics bundle; it goes by itself after a time")
                .needs(Permission.USER_WRITE)
                .returnsNothing()
                .to(request -> diagnostics.delete(request.member(), id(request)));
    }

    private SentDiagnostics take(Request request) {
        var program = request.header(HeaderNames.USER_AGENT).orElse("");
        return diagnostics.take(request.member(), program, request.bytes());
    }

    private void zip(Request request, ServerResponse response) {
        var id = id(request);
        var zip = diagnostics.zip(request.member(), id);
        response.header(HeaderNames.CONTENT_TYPE, ZIP)
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"trunkline-%s.zip\"".formatted(id))
                .send(zip);
    }

    private static UUID id(Request request) {
        return request.id("id", UnaryOperator.identity());
    }
}
