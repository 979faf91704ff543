package io.trunkline.installer;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/// A jar that is shipped, as its file name tells: `javafx-web-26.0.1-linux.jar`.
record Library(String name, String version, Path jar) {
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d+(?:\\.\\d+)*(?:-SNAPSHOT)?)(?:-.+)?\\.jar");
    private static final Set<String> OWN = Set.of("shared-model", "desktop-app", "backend-api");

    static Library of(Path jar) {
        var file = String.valueOf(jar.getFileName());
        var match = FILE.matcher(file);
        return match.matches()
                ? new Library(match.group(1), match.group(2), jar)
                : new Library(file.replace(".jar", ""), "", jar);
    }

    boolean own() {
        return OWN.contains(name);
    }

    String file() {
        return String.valueOf(jar.getFileName());
    }
}
