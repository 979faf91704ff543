package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Debian package: the program's folder where it is installed, what the system has to know of it, and the scripts
/// that dpkg runs.
final class Deb {
    private static final List<String> SCRIPTS = List.of("preinst", "postinst", "prerm", "postrm");

    private final Build build;
    private final Product product;
    private final Path root;

    private Deb(Build build, Product product) {
        this.build = build;
        this.product = product;
        this.root = build.work().resolve("deb").resolve(product.name());
    }

    /// Empty, after a sentence, where there is no dpkg.
    static Optional<Path> of(Build build, AppImage image, SystemFiles system) throws IOException {
        if (!Commands.there("dpkg-deb")) {
            System.out.println("No .deb of " + image.product().name() + ": dpkg-deb is not installed.");
            return Optional.empty();
        }
        return Optional.of(new Deb(build, image.product()).pack(image, system));
    }

    private Path pack(AppImage image, SystemFiles system) throws IOException {
        Trees.remove(root);
        Trees.copyAll(image.folder(), root.resolve(product.home().substring(1)));
        system.into(root);
        var values = new HashMap<>(system.values());
        values.put("ARCHITECTURE", Commands.run("dpkg", "--print-architecture").strip());
        values.put("SIZE", String.valueOf(Trees.size(root) / 1024));
        control(values);
        Trees.stamp(root, build.time());
        Files.createDirectories(build.packages());
        var file = build.packages()
                .resolve("%s_%s_%s.deb".formatted(product.name(), build.debianVersion(), values.get("ARCHITECTURE")));
        Commands.run(
                build.work(),
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(build.time().getEpochSecond())),
                List.of(
                        "dpkg-deb",
                        "--root-owner-group",
                        build.quick() ? "-Znone" : "-Zxz",
                        "-z6",
                        "--build",
                        root.toString(),
                        file.toString()));
        return file;
    }

    private void control(Map<String, String> values) throws IOException {
        var recipe = build.linux(product.recipe()).resolve("deb");
        Trees.fill(recipe.resolve("control"), root.resolve("DEBIAN/control"), values);
        Trees.copy(recipe.resolve("conffiles"), root.resolve("DEBIAN/conffiles"));
        for (var script : SCRIPTS) {
            var from = script.equals("preinst") ? build.linux("deb/preinst") : recipe.resolve(script);
            if (Files.exists(from)) {
                var to = root.resolve("DEBIAN").resolve(script);
                Trees.fill(from, to, values);
                Trees.mode(to, "rwxr-xr-x");
            }
        }
    }
}
