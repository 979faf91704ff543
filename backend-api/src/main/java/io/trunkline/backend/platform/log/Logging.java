package io.trunkline.backend.platform.log;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// One log for everything, also for libraries that speak java.util.logging.
public final class Logging {
    private Logging() {}

    public static void start() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
