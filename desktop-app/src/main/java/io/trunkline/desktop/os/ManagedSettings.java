package io.trunkline.desktop.os;

import io.trunkline.desktop.backend.BackendAddress;
import io.trunkline.desktop.backend.ThisProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What IT has set for this computer: whoever works on it sees it locked, and no option overrides it.
///
/// A value that makes no sense is not used, and stands in `wrong` so that somebody is told.
///
/// @param kiosk opens the wallboard alone, over the whole screen
/// @param tellsUpdates whether people are told of newer programs
/// @param proxy the way to everything outside
public record ManagedSettings(
        Optional<URI> backend,
        Optional<String> tenant,
        Optional<Boolean> kiosk,
        Optional<Boolean> tellsUpdates,
        Optional<WebProxy> proxy,
        List<Wrong> wrong) {

    /// Nothing is set.
    public static final ManagedSettings NONE = of(Map.of());

    /// The settings there are.
    public enum Key {
        BACKEND,
        TENANT,
        KIOSK,
        UPDATES,
        PROXY;

        /// As it is written in files; the registry does not tell capitals.
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What stands at a key and cannot be used.
    public record Wrong(Key key, String value) {}

    public ManagedSettings {
        wrong = List.copyOf(wrong);
    }

    /// As the places of this system say. Takes a few seconds at most and never fails: what cannot be read is told in
    /// the log. Blocks.
    public static ManagedSettings ofThisSystem() {
        var commands = new Commands();
        return of(
                switch (ThisProgram.system()) {
                    case "windows" -> new WindowsPolicies(commands).read();
                    case "macos" -> new MacProfile(commands, MacProfile.MANAGED).read();
                    default ->
                        PolicyFile.ownedByRoot(Path.of("/etc/trunkline/desktop.properties"))
                                .read();
                });
    }

    /// From values by key, which may be written in any case. Unknown keys are for newer programs.
    static ManagedSettings of(Map<String, String> written) {
        var values = new EnumMap<Key, String>(Key.class);
        for (var key : Key.values()) {
            written.forEach((name, value) -> {
                if (name.equalsIgnoreCase(key.written()) && !value.isBlank()) {
                    values.put(key, value.strip());
                }
            });
        }
        var wrong = new ArrayList<Wrong>();
        return new ManagedSettings(
                checked(values, Key.BACKEND, BackendAddress.read(values.getOrDefault(Key.BACKEND, "")), wrong),
                checked(
                        values,
                        Key.TENANT,
                        Optional.ofNullable(values.get(Key.TENANT)).filter(ManagedSettings::isName),
                        wrong),
                checked(values, Key.KIOSK, flag(values.getOrDefault(Key.KIOSK, "")), wrong),
                checked(values, Key.UPDATES, told(values.getOrDefault(Key.UPDATES, "")), wrong),
                checked(values, Key.PROXY, WebProxy.read(values.getOrDefault(Key.PROXY, "")), wrong),
                wrong);
    }

    /// Whether IT has set it.
    public boolean sets(Key key) {
        return switch (key) {
            case BACKEND -> backend.isPresent();
            case TENANT -> tenant.isPresent();
            case KIOSK -> kiosk.isPresent();
            case UPDATES -> tellsUpdates.isPresent();
            case PROXY -> proxy.isPresent();
        };
    }

    private static <T> Optional<T> checked(Map<Key, String> values, Key key, Optional<T> read, List<Wrong> wrong) {
        var value = values.get(key);
        if (value != null && read.isEmpty()) {
            wrong.add(new Wrong(key, value));
        }
        return value == null ? Optional.empty() : read;
    }

    private static boolean isName(String text) {
        return text.length() <= 63 && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> told(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tell" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
