package io.trunkline.installer.linux;

import io.trunkline.desktop.DeskProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The machine's own dpkg, and what it leaves on the disk.
final class Installed {
    /// What stands anywhere else is the packages' own if it bears their name; others install things too.
    private static final List<String> WATCHED = List.of("/etc", "/opt", "/usr", "/var", "/run", "/root");
    private static final String OWN = "/etc/.*|/opt/.*|.*trunkline.*";
    /// The system's own books, and where the tests of this checkout work.
    private static final String BOOKS =
            "/var/lib/dpkg/.*|/etc/(passwd|group|shadow|gshadow|subuid|subgid)-?|/etc/\\.pwd\\.lock|/root/\\.m2/.*";

    private Installed() {}

    static String install(Path... debs) {
        var words = new ArrayList<>(List.of("dpkg", "-i", "--force-depends"));
        List.of(debs).forEach(deb -> words.add(deb.toString()));
        return dpkg(0, words);
    }

    static Path deb(Build build, String name) {
        var architecture = Commands.run("dpkg", "--print-architecture").strip();
        return build.packages().resolve("%s_%s_%s.deb".formatted(name, build.debianVersion(), architecture));
    }

    /// What the backend's installed command says.
    static String backend(String... words) {
        return Commands.run(
                Path.of("/"),
                Map.of(),
                Stream.concat(Stream.of("/usr/bin/trunkline-backend"), Stream.of(words))
                        .toList());
    }

    /// What dpkg says when it refuses.
    static String refused(Path deb) {
        return dpkg(1, List.of("dpkg", "-i", "--force-depends", deb.toString()));
    }

    /// The installed program with a test's hands on its screen.
    static DeskProcess desk(Path home, String... words) {
        var app = Path.of(Product.DESKTOP.home(), "lib/app");
        return DeskProcess.start(
                List.of(
                        Product.DESKTOP.home() + "/lib/runtime/bin/Trunkline",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTCache=" + app.resolve("desktop-app.aot")),
                app.resolve("desktop-app.jar"),
                home,
                words);
    }

    static String remove(String... names) {
        return forEach("-r", names);
    }

    static String purge(String... names) {
        return forEach("-P", names);
    }

    static String version(Product product) {
        return Commands.run("dpkg-query", "-W", "-f", "${Version}", product.name());
    }

    static boolean there(Product product) {
        return Files.exists(Path.of(product.home())) || Files.exists(Path.of("/var/lib/" + product.name()));
    }

    /// Every file and folder where packages put theirs.
    static SortedSet<String> onTheDisk() {
        var found = new TreeSet<String>();
        for (var root : WATCHED) {
            // find, not Java: what others delete meanwhile is no failure
            Commands.run("sh", "-c", "find " + root + " -xdev 2>/dev/null || true")
                    .lines()
                    .filter(name -> name.matches(OWN) && !name.matches(BOOKS))
                    .forEach(found::add);
        }
        return found;
    }

    private static String forEach(String act, String... names) {
        var words = new ArrayList<>(List.of("dpkg", act, "--force-depends"));
        words.addAll(List.of(names));
        return dpkg(0, words);
    }

    private static String dpkg(int expected, List<String> words) {
        return Commands.run(
                Path.of("/"), Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8"), expected, words);
    }
}
