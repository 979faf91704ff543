package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What of a program stands outside its own folder: the command, settings, and what desktop or service manager read.
/// The tree below `installer/linux/<program>/root` is laid over the system's.
final class SystemFiles {
    private final Build build;
    private final Product product;

    SystemFiles(Build build, Product product) {
        this.build = build;
        this.product = product;
    }

    Map<String, String> values() {
        return Map.of(
                "VERSION",
                build.debianVersion(),
                "NAME",
                product.name(),
                "DATE",
                build.time().toString().substring(0, 10));
    }

    void into(Path root) throws IOException {
        var laid = build.linux(product.recipe()).resolve("root");
        try (var files = Files.walk(laid)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = root.resolve(laid.relativize(file).toString());
                Trees.fill(file, to, values());
                // secrets are nobody's business
                Trees.mode(to, to.endsWith("backend.env") ? "rw-r-----" : "rw-r--r--");
            }
        }
        Trees.fill(
                build.linux("deb/copyright"),
                root.resolve("usr/share/doc").resolve(product.name()).resolve("copyright"),
                Map.of(
                        "LICENCE",
                        Files.readString(build.checkout().resolve("LICENSE"))
                                .strip()
                                .replace("\n", "\n ")));
        Trees.link(
                root.resolve("usr/bin").resolve(product.name()),
                product.home().startsWith("/usr/")
                        ? ".." + product.home().substring(4) + "/bin/" + product.word()
                        : "../.." + product.home() + "/bin/" + product.word());
        if (product.equals(Product.DESKTOP)) {
            Icons.draw(root.resolve("usr/share/icons/hicolor"));
        }
    }
}
