package io.trunkline.desktop;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.diagnostics.Source;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.os.Masks;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.softphone.SoftphoneFeature;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the program can say of itself, file by file, and which words in it would tell of people.
record SelfDescription(
        Session session,
        SoftphoneFeature softphone,
        ConnectionHistory connection,
        ManagedSettings managed,
        LogFiles logs) {
    private static final int LOG_END = 256 * 1024;
    private static final long MB = 1024L * 1024;

    List<Source> sources() {
        var all = new ArrayList<>(List.of(
                new Source("versions.txt", SelfDescription::versions),
                new Source("managed-settings.txt", this::managedSettings),
                new Source("sound.txt", softphone::describeSound),
                new Source("calls.txt", this::calls),
                new Source("connection.txt", connection::text),
                new Source("memory.txt", SelfDescription::memory),
                new Source("threads.txt", SelfDescription::threads)));
        for (Path file : logs.files()) {
            all.add(new Source("log/" + file.getFileName(), () -> LogFiles.end(file, LOG_END)));
        }
        return all;
    }

    /// Hides whoever is on this desk: its agent, its contacts, what they wrote, and whose computer it is. On the FX
    /// thread.
    Masks masks() {
        var me = session.me();
        var names = new ArrayList<>(List.of(
                me.name(),
                me.email(),
                me.tenantName(),
                System.getProperty("user.name"),
                System.getProperty("user.home")));
        session.agents().values().forEach(each -> names.add(each.agent().name()));
        session.interactions().values().forEach(each -> names.addAll(of(each.contact())));
        session.reservations().values().forEach(each -> names.addAll(of(each.contact())));
        var texts = new ArrayList<String>();
        session.threads().values().forEach(each -> {
            names.addAll(of(each.contact()));
            texts.add(each.preview());
        });
        return Masks.of(names, texts);
    }

    private static List<String> of(ContactRef contact) {
        return List.of(contact.name(), contact.address());
    }

    private static String versions() throws IOException {
        var text = new StringBuilder();
        line(text, "Trunkline", ThisProgram.version());
        line(text, "System", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        line(text, "Java", property("java.runtime.version") + " " + property("java.vendor"));
        line(text, "JavaFX", property("javafx.runtime.version"));
        line(text, "Voice SDK", voiceSdk());
        var libraries = new Properties();
        try (var in = SelfDescription.class.getResourceAsStream("diagnostics/libraries.properties")) {
            libraries.load(in);
        }
        new TreeSet<>(libraries.stringPropertyNames()).forEach(name -> line(text, name, libraries.getProperty(name)));
        line(text, "Language", property("user.language") + " " + property("user.country"));
        line(text, "Charset", property("native.encoding"));
        return text.toString();
    }

    private static String voiceSdk() throws IOException {
        try (var in = SelfDescription.class.getResourceAsStream("diagnostics/package.json")) {
            return Json.mapper()
                    .readTree(in)
                    .path("dependencies")
                    .path("@twilio/voice-sdk")
                    .asText();
        }
    }

    private String managedSettings() {
        var text = new StringBuilder();
        for (var key : ManagedSettings.Key.values()) {
            line(text, key.written(), managed.sets(key) ? "set by IT" : "not set");
        }
        managed.wrong().forEach(each -> line(text, each.key().written(), "cannot be used: " + each.value()));
        return text.toString();
    }

    private String calls() {
        return softphone.lastLines().stream().map(SelfDescription::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(CallQuality of) {
        return "%s  %d s  mos %.2f (lowest %.2f)  loss %.3f  jitter %.0f ms (highest %.0f)  round trip %.0f ms (highest %.0f)  %s  %s"
                .formatted(
                        of.from(),
                        Duration.between(of.from(), of.until()).toSeconds(),
                        of.mos(),
                        of.lowestMos(),
                        of.loss(),
                        of.jitter(),
                        of.highestJitter(),
                        of.roundTrip(),
                        of.highestRoundTrip(),
                        of.codec(),
                        of.warnings());
    }

    private static String memory() {
        var text = new StringBuilder();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        line(text, "Heap", "%d of %d MB".formatted(heap.getUsed() / MB, heap.getMax() / MB));
        line(
                text,
                "Beside it",
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed() / MB + " MB");
        line(
                text,
                "Running",
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                        .toString());
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(each -> line(
                        text,
                        each.getName(),
                        each.getCollectionCount() + " times, " + each.getCollectionTime() + " ms"));
        line(text, "Processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        return text.toString();
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(each -> each.getKey().getName() + "  " + each.getKey().getState() + "\n"
                        + Stream.of(each.getValue())
                                .map(frame -> "    at " + frame + "\n")
                                .collect(Collectors.joining()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-14s %s%n".formatted(name, value));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
