package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library finds its set-up by name, and says nothing where it does not.
class LogOnTerminalTest {
    @Test
    void theLogStandsOnTheTerminalFromInformationOn() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        var appender = root.getAppender("console");

        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(appender).isInstanceOfSatisfying(ConsoleAppender.class, console -> {
            assertThat(console.getTarget()).isEqualTo("System.err");
            assertThat(console.isStarted()).isTrue();
        });
        assertThat(((ConsoleAppender<ILoggingEvent>) appender).getEncoder()).isNotNull();
    }
}
