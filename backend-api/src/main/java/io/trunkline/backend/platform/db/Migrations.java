package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.StartFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;

/// The migrations that come with the program, as their history tells them: version and checksum.
final class Migrations {
    private static final String FOLDER = "db/migration";

    private Migrations() {}

    static MigrationVersion version(String text) {
        return MigrationVersion.fromVersion(text);
    }

    /// The newest of these versions; `0` for none.
    static MigrationVersion newest(Set<String> versions) {
        return versions.stream()
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.fromVersion("0"));
    }

    /// Refuses a schema that a newer program has made.
    static void refuseNewer(Set<String> done) {
        var theirs = newest(done);
        var ours = newest(own().keySet());
        if (theirs.isNewerThan(ours)) {
            throw new StartFault(
                    "The database has schema %s, and this program knows up to %s: a newer Trunkline has worked on it. Install that version again, or restore a backup into an empty database."
                            .formatted(theirs, ours));
        }
    }

    static Map<String, Integer> own() {
        var loader = Migrations.class.getClassLoader();
        var folder = loader.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the program comes without its migrations");
        }
        var found = new HashMap<String, Integer>();
        try {
            for (var name : names(folder)) {
                try (var file = loader.getResourceAsStream(FOLDER + "/" + name)) {
                    if (file != null) {
                        found.put(name.substring(1, name.indexOf("__")), checksum(file));
                    }
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException("the migrations cannot be read", new IOException(e));
        }
        return found;
    }

    private static List<String> names(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            try (var entries = jar.getJarFile().stream()) {
                return migrations(entries.map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER + "/"))
                        .map(name -> name.substring(FOLDER.length() + 1))
                        .toList());
            }
        }
        try (var files = Files.list(Path.of(URI.create(folder.toString())))) {
            return migrations(
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }

    private static List<String> migrations(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                .toList();
    }

    /// As Flyway counts it: over the lines without their ends.
    private static int checksum(InputStream file) throws IOException {
        var sum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
