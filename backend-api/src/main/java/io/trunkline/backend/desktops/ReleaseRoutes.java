package io.trunkline.backend.desktops;

import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.desktop.Release;

/// `/api/v1/desktop/release`
final class ReleaseRoutes {
    private static final String PATH = "/api/v1/desktop/release";

    private final Release release;

    ReleaseRoutes(Release release) {
        this.release = release;
    }

    void declare(Routes routes) {
        routes.get(PATH)
                .open("a desktop asks before anybody has signed in, and one that is too old asks where the new one is")
                .summary("The newest desktop program, the oldest that is let in, and where to get it")
                .unmetered()
                .forEveryProgram()
                .returns(Release.class)
                .to(_ -> release);
    }
}
