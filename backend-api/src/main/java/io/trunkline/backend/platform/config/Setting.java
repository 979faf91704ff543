package io.trunkline.backend.platform.config;

import java.util.Locale;

/// A key that a settings record has asked for, with what it is when nobody says anything and what is allowed.
public record Setting(String key, Kind kind, String fallback, String allowed) {
    /// What is written behind a key.
    public enum Kind {
        TEXT,
        FILE,
        WHOLE_NUMBER,
        YES_OR_NO,
        LENGTH_OF_TIME,
        ADDRESS,
        CHOICE,
        LIST,
        SECRET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static final String PREFIX = "trunkline.";

    /// The name under which the environment gives it.
    public String environmentName() {
        return environmentName(key);
    }

    static String environmentName(String key) {
        return (PREFIX + key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
