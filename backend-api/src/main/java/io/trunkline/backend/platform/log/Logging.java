package io.trunkline.backend.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// One log for everything, also for libraries that speak java.util.logging.
public final class Logging {
    private Logging() {}

    public static void start() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /// Lets only warnings through, for a command whose answer is what is read.
    public static void hush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().stream()
                    .filter(logger -> logger.getLevel() != null && Level.WARN.isGreaterOrEqual(logger.getLevel()))
                    .forEach(logger -> logger.setLevel(Level.WARN));
        }
    }
}
