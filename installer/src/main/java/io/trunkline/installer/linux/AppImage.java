package io.trunkline.installer.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The folder of an installed program: its command in `bin`, its jars in `lib/app`, its Java in `lib/runtime`. It runs
/// wherever it is put.
final class AppImage {
    private static final Set<String> COMMANDS = Set.of("java");

    private final Build build;
    private final Product product;
    private final Path folder;

    private AppImage(Build build, Product product) {
        this.build = build;
        this.product = product;
        this.folder = build.work().resolve("image").resolve(product.name());
    }

    /// Without the AOT cache, which a run of it makes.
    static AppImage of(Build build, Product product) {
        var image = new AppImage(build, product);
        try {
            image.assemble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    /// One that was made before, cache and all.
    static AppImage made(Build build, Product product) {
        return new AppImage(build, product);
    }

    Path folder() {
        return folder;
    }

    Product product() {
        return product;
    }

    Path command() {
        return folder.resolve("bin").resolve(product.word());
    }

    Path jar() {
        return app().resolve(product.module() + ".jar");
    }

    Path cache() {
        return app().resolve(product.module() + ".aot");
    }

    private Path app() {
        return folder.resolve("lib/app");
    }

    private Path runtime() {
        return folder.resolve("lib/runtime");
    }

    private void assemble() throws IOException {
        if (!Files.exists(product.jar(build))) {
            throw new PackagingFault("%s is not built: %s is missing.".formatted(product.name(), product.jar(build)));
        }
        Trees.remove(folder);
        Trees.copy(product.jar(build), jar());
        libraries();
        link();
        Trees.copy(build.linux(product.recipe()).resolve("command.sh"), command());
        Trees.mode(command(), "rwxr-xr-x");
        Trees.copy(build.checkout().resolve("LICENSE"), folder.resolve("LICENSE"));
        notices();
        var foreign = Natives.foreignIn(folder);
        if (!foreign.isEmpty()) {
            throw new PackagingFault("What is not for this system is in %s: %s".formatted(product.name(), foreign));
        }
        Trees.stamp(folder, build.time());
    }

    /// JavaFX's libraries lie beside its jars, where it finds them at once; in the jars they would lie twice.
    private void libraries() throws IOException {
        try (var files = Files.list(product.libraries(build))) {
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                var to = app().resolve("lib").resolve(name);
                if (!name.endsWith(".jar")) {
                    Trees.copy(file, to);
                } else if (name.startsWith("javafx-")) {
                    Trees.copyJar(file, to, entry -> !entry.endsWith(".so"));
                } else if (!Natives.foreign(file)) {
                    Trees.copy(file, to);
                }
            }
        }
    }

    private void link() throws IOException {
        var modules = NeededModules.of(app(), product.reasons(build));
        Files.createDirectories(runtime().getParent());
        // a process of its own: two jlinks in one Java take each other's words
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                String.join(",", modules),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime().toString()));
        if (modules.contains("jdk.localedata")) {
            words.addAll(List.of("--include-locales", "en,es"));
        }
        Commands.run(words.toArray(String[]::new));
        try (var commands = Files.list(runtime().resolve("bin"))) {
            for (var command : commands.toList()) {
                if (!COMMANDS.contains(String.valueOf(command.getFileName()))) {
                    Files.delete(command);
                }
            }
        }
        // so that the system's list of processes and its volume control say whose this is
        Trees.copy(runtime().resolve("bin/java"), runtime().resolve("bin").resolve(product.word()));
    }

    /// Who made the libraries, which nothing is shipped without, and the list of parts where it was asked for.
    private void notices() throws IOException {
        var written = build.work().resolve("notices").resolve(product.recipe());
        var thirdParties = written.resolve("THIRD-PARTY.txt");
        if (Files.notExists(thirdParties)) {
            throw new PackagingFault("%s is missing: io.trunkline.installer.Notices writes it".formatted(thirdParties));
        }
        Trees.copy(thirdParties, folder.resolve("THIRD-PARTY.txt"));
        var parts = written.resolve("sbom.json");
        if (Files.exists(parts)) {
            Trees.copy(parts, folder.resolve("sbom.json"));
        }
    }
}
