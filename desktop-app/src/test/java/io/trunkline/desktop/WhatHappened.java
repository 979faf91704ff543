package io.trunkline.desktop;

import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// After a failed journey, prints what everybody else knew of it: backend, carrier, and the backend's last log lines.
/// A failure on another machine has to explain itself.
final class WhatHappened implements AfterTestExecutionCallback {
    private static final int LINES = 60;

    private final Supplier<@Nullable Centre> centre;

    WhatHappened(Supplier<@Nullable Centre> centre) {
        this.centre = centre;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        var running = centre.get();
        if (running != null && context.getExecutionException().isPresent()) {
            System.out.println("After the failure of " + context.getDisplayName());
            ledger(running);
            log(running);
        }
    }

    private static void ledger(Centre running) {
        var rest = Demo.signIn(
                running.backend(), Demo.SUPERVISOR, running.secrets().password());
        var last = rest.get("/api/v1/interactions?limit=1").path("items").path(0);
        System.out.println(
                rest.get("/api/v1/interactions/" + last.path("id").asText()).toPrettyString());
        System.out.println(rest.get("/api/v1/presences").toPrettyString());
        System.out.println(
                running.simulator().get("/control/ledger?webhooks=false").path("calls"));
    }

    private static void log(Centre running) throws IOException {
        var lines = Files.readAllLines(running.plan().data().resolve("logs/backend.log"));
        last(lines).forEach(System.out::println);
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
