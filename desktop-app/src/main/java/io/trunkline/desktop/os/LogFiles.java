package io.trunkline.desktop.os;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program's own log: a few files of a bounded size in its folder, without what tells of people.
public final class LogFiles implements AutoCloseable {
    private static final String NAME = "desktop.log";
    private static final int ROLLED = 3;
    private static final long LARGEST = 512 * 1024;

    private final Path folder;
    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFiles(Path folder, RollingFileAppender<ILoggingEvent> appender) {
        this.folder = folder;
        this.appender = appender;
    }

    /// Whatever is logged from now on goes there as well.
    public static LogFiles start(AppFolder in) {
        return start(in, LARGEST);
    }

    static LogFiles start(AppFolder in, long largest) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var folder = in.file("log");
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(folder.resolve(NAME).toString());
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve("desktop.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(ROLLED);
        rolling.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(largest));
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.setEncoder(encoder(context));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return new LogFiles(folder, appender);
    }

    /// The newest first; those that are there.
    public List<Path> files() {
        return Stream.concat(Stream.of(NAME), IntStream.rangeClosed(1, ROLLED).mapToObj("desktop.%d.log"::formatted))
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /// The end of a file, at most so many bytes of it; what stood before is said to be missing.
    public static String end(Path file, int most) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length <= most) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        var text = new String(bytes, bytes.length - most, most, StandardCharsets.UTF_8);
        return "[%d bytes before this are left out]%n".formatted(bytes.length - most)
                + text.substring(text.indexOf('\n') + 1);
    }

    @Override
    public void close() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new MaskedLayout();
        layout.setContext(context);
        layout.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS, UTC} %-5level [%thread] %logger{0}: %msg%n");
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
