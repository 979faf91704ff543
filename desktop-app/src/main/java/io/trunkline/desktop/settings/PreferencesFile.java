package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.theme.ShadeChoice;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/// Reads and writes [Preferences]. A value that makes no sense is the default again, and the others stay.
public final class PreferencesFile {
    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    public Preferences read() {
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException _) {
                return Preferences.defaults();
            }
        }
        var or = Preferences.defaults();
        return new Preferences(
                get(kept, "shade", ShadeChoice::valueOf, or.shade()),
                get(kept, "language", Locale::forLanguageTag, or.language()),
                get(kept, "volume", Double::parseDouble, or.volume()),
                get(kept, "notices", Boolean::parseBoolean, or.notices()),
                new SoundNames(
                        kept.getProperty("sound.microphone", ""),
                        kept.getProperty("sound.speaker", ""),
                        kept.getProperty("sound.ringer", ""),
                        kept.getProperty("sound.tested", "")),
                get(kept, "backend", Function.identity(), or.backend()),
                get(kept, "tenant", Function.identity(), or.tenant()),
                get(kept, "email", Function.identity(), or.email()),
                get(kept, "window", text -> Optional.of(place(text)), or.window()));
    }

    public void write(Preferences now) throws IOException {
        var kept = new Properties();
        kept.setProperty("shade", now.shade().name());
        kept.setProperty("language", now.language().toLanguageTag());
        kept.setProperty("volume", Double.toString(now.volume()));
        kept.setProperty("notices", Boolean.toString(now.notices()));
        kept.setProperty("sound.microphone", now.sound().microphone());
        kept.setProperty("sound.speaker", now.sound().speaker());
        kept.setProperty("sound.ringer", now.sound().ringer());
        kept.setProperty("sound.tested", now.sound().tested());
        kept.setProperty("backend", now.backend());
        kept.setProperty("tenant", now.tenant());
        kept.setProperty("email", now.email());
        now.window().ifPresent(place -> kept.setProperty("window", text(place)));
        // beside and then into place: a program that is ended meanwhile leaves the settings as they were
        var beside =
                Files.createTempFile(file.toAbsolutePath().resolveSibling(".").normalize(), "settings", ".new");
        try (Writer out = Files.newBufferedWriter(beside)) {
            kept.store(out, "Trunkline");
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static <T> T get(Properties kept, String key, Function<String, T> read, T otherwise) {
        var text = kept.getProperty(key, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return otherwise;
        }
    }

    private static String text(WindowPlace place) {
        return "%s,%s,%s,%s,%s".formatted(place.x(), place.y(), place.width(), place.height(), place.maximised());
    }

    private static WindowPlace place(String text) {
        var part = text.split(",", -1);
        return new WindowPlace(
                Double.parseDouble(part[0]),
                Double.parseDouble(part[1]),
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]),
                Boolean.parseBoolean(part[4]));
    }
}
