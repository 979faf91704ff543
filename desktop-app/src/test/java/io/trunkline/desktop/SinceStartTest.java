package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is said of a start is measured from the start of the process, when the picture is there.
class SinceStartTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(SinceStart.class);

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        LOG.addAppender(said);
    }

    @AfterEach
    void deaf() {
        LOG.detachAppender(said);
    }

    @Test
    void theTimeIsThatOfTheProcessAndToldOnce() {
        var done = new AtomicInteger();
        var stage = Fx.show(Shade.LIGHT, 200, 100, StackPane::new);
        Fx.run(() -> SinceStart.tellWhenDrawn(stage.getScene(), "The test is shown", done::incrementAndGet));
        Fx.until(() -> done.get() == 1);
        var age = ManagementFactory.getRuntimeMXBean().getUptime();
        Fx.close(stage);

        assertThat(said.list).hasSize(1);
        var words = said.list.getFirst().getFormattedMessage();
        assertThat(words).matches("The test is shown \\d+ ms after the start");
        assertThat(Long.parseLong(words.replaceAll("\\D", ""))).isCloseTo(age, within(400L));
    }
}
