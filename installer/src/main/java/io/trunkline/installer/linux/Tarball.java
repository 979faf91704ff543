package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The program's folder to be unpacked anywhere.
final class Tarball {
    private Tarball() {}

    /// The name of the folder inside, and of the file without its end.
    static String name(Build build, Product product) {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return "%s-%s-linux-%s".formatted(product.name(), build.version(), processor);
    }

    static Path of(Build build, AppImage image) throws IOException {
        var product = image.product();
        var name = name(build, product);
        var work = build.work().resolve("tar");
        var folder = work.resolve(name);
        Trees.remove(folder);
        Trees.copyAll(image.folder(), folder);
        var extra = build.linux(product.recipe()).resolve("tar");
        if (Files.isDirectory(extra)) {
            try (var files = Files.walk(extra)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Trees.copy(file, folder.resolve(extra.relativize(file).toString()));
                }
            }
        }
        settings(build, product, folder.resolve("etc"));
        Trees.stamp(folder, build.time());
        Files.createDirectories(build.packages());
        var file = build.packages().resolve(name + ".tar.gz");
        Commands.run(
                work,
                Map.of(),
                List.of(
                        "tar",
                        "--use-compress-program=" + (build.quick() ? "gzip -1n" : "gzip -9n"),
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--sort=name",
                        "-cf",
                        file.toString(),
                        name));
        return file;
    }

    /// What a package installs in `/etc`, and the unit, for a program that was unpacked; data is kept below its folder.
    private static void settings(Build build, Product product, Path to) throws IOException {
        var root = build.linux(product.recipe()).resolve("root");
        var system = new SystemFiles(build, product);
        for (var folder : List.of("etc/trunkline", "usr/lib/systemd/system", "usr/lib/sysusers.d")) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (var files = Files.list(root.resolve(folder))) {
                    for (var file : files.toList()) {
                        var copy = to.resolve(String.valueOf(file.getFileName()));
                        Trees.fill(file, copy, system.values());
                        if (copy.endsWith("backend.env")) {
                            // whoever unpacks it owns the secrets that go there
                            Trees.mode(copy, "rw-------");
                        }
                        if (copy.endsWith("backend.yaml")) {
                            replace(copy, "/var/lib/trunkline-backend/", "data/");
                        }
                        if (copy.endsWith("trunkline-backend.service")) {
                            // where the guide has it unpacked
                            replace(copy, "ExecStart=/usr/bin/", "ExecStart=/opt/trunkline-backend/bin/");
                        }
                    }
                }
            }
        }
    }

    private static void replace(Path file, String old, String other) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, other));
    }
}
