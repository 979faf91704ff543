package io.trunkline.backend.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads settings by key, each with its default and its bounds.
///
/// A value comes from `-Dtrunkline.http.port`, else the environment's `TRUNKLINE_HTTP_PORT`, else the file named by
/// `trunkline.config`, else `application.yaml`. Secrets come from files, the environment or the settings file, never
/// from the command line. A value out of bounds is a [SettingFault].
public final class Settings {
    private static final String CONFIG = "config";

    private final Sources sources;
    private final SecretFiles secrets;
    private final Optional<Path> named;
    private final Consumer<SettingFault> faults;
    private final Map<String, Setting> asked = new ConcurrentSkipListMap<>();
    private final Set<String> companions = new ConcurrentSkipListSet<>(Set.of(CONFIG));

    private Settings(Sources sources, Optional<Path> named, Consumer<SettingFault> faults) {
        this.sources = sources;
        this.secrets = new SecretFiles(sources);
        this.named = named;
        this.faults = faults;
    }

    /// Settings of this process.
    public static Settings load() {
        return load(fault -> {
            throw fault;
        });
    }

    /// As above, but what is wrong is handed over, and the default taken instead: for whoever wants to hear of all of
    /// it. A settings file that cannot be read is thrown all the same.
    public static Settings load(Consumer<SettingFault> faults) {
        var environment = System.getenv();
        var properties = System.getProperties();
        var named = new Sources(Map.of(), environment, properties).find(CONFIG).map(Path::of);
        return new Settings(new Sources(SettingsFile.read(named), environment, properties), named, faults);
    }

    /// Settings from a map of keys, for tests and tools.
    public static Settings of(Map<String, String> values) {
        return of(values, Map.of(), new Properties());
    }

    /// As above, with what is wrong handed over.
    public static Settings of(Map<String, String> values, Consumer<SettingFault> faults) {
        return new Settings(new Sources(Map.copyOf(values), Map.of(), new Properties()), Optional.empty(), faults);
    }

    static Settings of(Map<String, String> file, Map<String, String> environment, Properties properties) {
        return new Settings(new Sources(file, environment, properties), Optional.empty(), fault -> {
            throw fault;
        });
    }

    public String text(String key, String fallback) {
        return text(key, fallback, fallback);
    }

    /// As above, for a default that differs from machine to machine; `told` is how the reference puts it.
    public String text(String key, String fallback, String told) {
        return read(new Setting(key, Setting.Kind.TEXT, told, ""), fallback, text -> text);
    }

    /// The value when one is set and not blank.
    public Optional<String> optional(String key) {
        return read(new Setting(key, Setting.Kind.TEXT, "", ""), Optional.empty(), Optional::of);
    }

    public Path path(String key, String fallback) {
        return read(new Setting(key, Setting.Kind.FILE, fallback, ""), Path.of(fallback), Path::of);
    }

    /// The file when one is named.
    public Optional<Path> path(String key) {
        return read(new Setting(key, Setting.Kind.FILE, "", ""), Optional.empty(), text -> Optional.of(Path.of(text)));
    }

    /// A secret, from where [SecretFiles] finds them.
    public Secret secret(String key, String fallback) {
        companions.add(SecretFiles.fileKey(key));
        return secret(key, fallback, secrets::find);
    }

    /// A secret that has a setting `<key>-file` of its own.
    public Secret secretBesideItsFile(String key) {
        return secret(key, "", secrets::besideItsFile);
    }

    public int whole(String key, int fallback, int least, int most) {
        return read(
                new Setting(key, Setting.Kind.WHOLE_NUMBER, String.valueOf(fallback), least + " to " + most),
                fallback,
                value -> Values.whole(key, value, least, most));
    }

    public boolean flag(String key, boolean fallback) {
        return read(
                new Setting(key, Setting.Kind.YES_OR_NO, String.valueOf(fallback), "true or false"),
                fallback,
                value -> Values.flag(key, value));
    }

    /// A length of time such as `250ms`, `30s`, `5m`, `8h`, `90d` or ISO-8601 `PT30S`.
    public Duration duration(String key, Duration fallback, Duration least, Duration most) {
        var bounds = Lengths.write(least) + " to " + Lengths.write(most);
        return read(
                new Setting(key, Setting.Kind.LENGTH_OF_TIME, Lengths.write(fallback), bounds),
                fallback,
                value -> Values.duration(key, value, least, most));
    }

    public URI uri(String key, URI fallback) {
        return read(
                new Setting(key, Setting.Kind.ADDRESS, fallback.toString(), ""),
                fallback,
                value -> Values.uri(key, value));
    }

    /// The address when one is named.
    public Optional<URI> uri(String key) {
        return read(
                new Setting(key, Setting.Kind.ADDRESS, "", ""),
                Optional.empty(),
                value -> Optional.of(Values.uri(key, value)));
    }

    public <E extends Enum<E>> E choice(String key, E fallback) {
        var all = Arrays.toString(fallback.getDeclaringClass().getEnumConstants());
        return read(
                new Setting(key, Setting.Kind.CHOICE, fallback.name(), all),
                fallback,
                value -> Values.choice(key, value, fallback.getDeclaringClass()));
    }

    /// A list parted by commas; blank parts are dropped.
    public List<String> list(String key, List<String> fallback) {
        return read(new Setting(key, Setting.Kind.LIST, String.join(",", fallback), ""), fallback, Values::list);
    }

    /// A value of a shape of its own: `reader` refuses with [IllegalArgumentException] or [DateTimeException] what is
    /// not `allowed`.
    public <T> T parsed(String key, Setting.Kind kind, String fallback, String allowed, Function<String, T> reader) {
        return read(new Setting(key, kind, fallback, allowed), reader.apply(fallback), value -> {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException | DateTimeException _) {
                throw SettingFault.wrong(key, value, allowed);
            }
        });
    }

    /// What is written behind a key, for showing it; of a secret no more than that there is one.
    public Optional<String> written(Setting setting) {
        return setting.kind() == Setting.Kind.SECRET
                ? secrets.there(setting.key()) ? Optional.of("(hidden)") : Optional.empty()
                : sources.find(setting.key());
    }

    /// Every key that was asked for so far.
    public Collection<Setting> asked() {
        return List.copyOf(asked.values());
    }

    /// Keys that were written somewhere but that nobody asked for: most likely misspelt.
    public Set<String> unknown() {
        var known = new TreeSet<>(asked.keySet());
        known.addAll(companions);
        return sources.unknown(known);
    }

    /// Files with secrets in them that others on this machine can read.
    public Set<String> exposed() {
        var exposed = new TreeSet<>(secrets.exposed());
        var holdsSecrets = asked.values().stream()
                .anyMatch(each ->
                        each.kind() == Setting.Kind.SECRET && sources.file().containsKey(each.key()));
        if (named.isPresent() && holdsSecrets && SecretFiles.readableByOthers(named.get())) {
            exposed.add(named.get().toString());
        }
        return exposed;
    }

    static String environmentName(String key) {
        return Setting.environmentName(key);
    }

    private Secret secret(String key, String fallback, Function<String, Optional<String>> finder) {
        asked.put(key, new Setting(key, Setting.Kind.SECRET, "", ""));
        try {
            return new Secret(finder.apply(key).orElse(fallback));
        } catch (SettingFault wrong) {
            faults.accept(wrong);
            return new Secret(fallback);
        }
    }

    private <T> T read(Setting setting, T fallback, Function<String, T> reader) {
        asked.put(setting.key(), setting);
        var found = sources.find(setting.key());
        if (found.isEmpty()) {
            return fallback;
        }
        try {
            return reader.apply(found.get());
        } catch (SettingFault wrong) {
            faults.accept(wrong);
            return fallback;
        }
    }
}
