package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// console.js: nothing the page says or trips over is lost.
@Timeout(60)
class ShimConsoleTest {
    private final ch.qos.logback.classic.Logger log =
            (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("io.trunkline.desktop.softphone.page");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void read() {
        written.start();
        log.addAppender(written);
    }

    @AfterEach
    void readNoMore() {
        log.detachAppender(written);
    }

    @Test
    void theConsoleIsTheProgramsLog() throws Exception {
        try (var page = new ShimPage()) {
            page.run("console.warn(\"a warning\", { of: 1 }, new Error(\"inside\"))");
            assertThat(last().getLevel()).isEqualTo(Level.WARN);
            assertThat(last().getFormattedMessage()).startsWith("a warning {\"of\":1} Error: inside");
        }
    }

    @Test
    void aPromiseNobodyCaughtIsWrittenDown() throws Exception {
        try (var page = new ShimPage()) {
            page.run("setTimeout(() => Promise.reject(new Error(\"lost\")), 0)");
            Soon.until("it is written", () -> {
                page.run("0");
                return List.copyOf(written.list).stream()
                        .anyMatch(each -> each.getFormattedMessage().contains("Nobody caught Error: lost"));
            });
        }
    }

    private ILoggingEvent last() {
        return written.list.getLast();
    }
}
