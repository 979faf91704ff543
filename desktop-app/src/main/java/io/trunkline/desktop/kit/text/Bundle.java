package io.trunkline.desktop.kit.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// All texts of one language, read from its UTF-8 file.
record Bundle(Map<String, String> texts) {
    static Bundle of(Locale language) {
        var file = "messages_" + language.getLanguage() + ".properties";
        try (var in = Bundle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No texts for " + language);
            }
            var read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Bundle(read.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return texts.getOrDefault(key, key);
    }
}
