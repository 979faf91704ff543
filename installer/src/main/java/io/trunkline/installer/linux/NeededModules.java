package io.trunkline.installer.linux;

import java.io.IOException;
import java.io.StringReader;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which modules of Java a program needs: those that jdeps finds in its jars, and those that only a service or a name
/// in a text leads to, which are listed in a file with a reason each.
public final class NeededModules {
    private NeededModules() {}

    /// All of them.
    ///
    /// @param app folder of the program's jar, with its libraries in `lib`
    /// @param reasons file with lines `module = reason`
    public static SortedSet<String> of(Path app, Path reasons) throws IOException {
        var needed = named(app);
        needed.addAll(listed(reasons));
        return needed;
    }

    /// What of `needed` a linked runtime lacks.
    public static SortedSet<String> missing(Path runtime, Set<String> needed) throws IOException {
        var missing = new TreeSet<>(needed);
        missing.removeAll(in(runtime));
        return missing;
    }

    static Set<String> listed(Path reasons) throws IOException {
        var listed = new Properties();
        listed.load(new StringReader(Files.readString(reasons)));
        var modules = listed.stringPropertyNames();
        modules.stream().filter(module -> listed.getProperty(module).isBlank()).forEach(module -> {
            throw new PackagingFault("%s lists %s without a reason".formatted(reasons, module));
        });
        return modules;
    }

    private static Set<String> in(Path runtime) throws IOException {
        var release = new Properties();
        release.load(new StringReader(Files.readString(runtime.resolve("release"))));
        return Set.of(release.getProperty("MODULES", "").replace("\"", "").split(" ", -1));
    }

    private static SortedSet<String> named(Path app) throws IOException {
        var jars = jars(app);
        var words = new ArrayList<>(List.of(
                "--ignore-missing-deps",
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                "--print-module-deps",
                "--class-path",
                app.resolve("lib") + "/*"));
        var shipped = jars.stream()
                .flatMap(NeededModules::descriptors)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        jars.stream().filter(jar -> resolves(jar, shipped)).map(Path::toString).forEach(words::add);
        var modules = Commands.tool("jdeps", words)
                .lines()
                .filter(line -> !line.startsWith("Warning") && !line.isBlank())
                .toList();
        if (modules.size() != 1) {
            throw new PackagingFault("jdeps says something else than modules: " + modules);
        }
        return new TreeSet<>(List.of(modules.getFirst().split(",", -1)));
    }

    private static List<Path> jars(Path app) throws IOException {
        try (var own = Files.list(app);
                var libraries = Files.list(app.resolve("lib"))) {
            return Stream.concat(own, libraries)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /// jdeps gives up over a jar that asks for a module which nobody ships; on the class path nobody asks. Such are
    /// fonts, whose one class needs nothing.
    private static boolean resolves(Path jar, Set<String> shipped) {
        return descriptors(jar)
                .flatMap(module -> module.requires().stream())
                .filter(need -> !need.modifiers().contains(Requires.Modifier.STATIC))
                .allMatch(need -> shipped.contains(need.name())
                        || ModuleFinder.ofSystem().find(need.name()).isPresent());
    }

    private static Stream<ModuleDescriptor> descriptors(Path jar) {
        try {
            return ModuleFinder.of(jar).findAll().stream().map(ModuleReference::descriptor);
        } catch (FindException _) {
            // no module, and no name of which one could be made
            return Stream.empty();
        }
    }
}
