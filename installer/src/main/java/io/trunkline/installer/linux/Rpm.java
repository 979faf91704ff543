package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An RPM of the tree that the Debian package is made of.
final class Rpm {
    private Rpm() {}

    /// Empty, after a sentence, where there is no rpmbuild.
    static Optional<Path> of(Build build, AppImage image, SystemFiles system) throws IOException {
        var product = image.product();
        if (!Commands.there("rpmbuild")) {
            System.out.printf(
                    "No .rpm of %s: rpmbuild is not installed. The recipe is installer/linux/%s/rpm.spec.%n",
                    product.name(), product.recipe());
            return Optional.empty();
        }
        var work = build.work().resolve("rpm").resolve(product.name());
        Trees.remove(work);
        var tree = work.resolve("tree");
        Trees.copyAll(image.folder(), tree.resolve(product.home().substring(1)));
        system.into(tree);
        Trees.stamp(tree, build.time());
        var spec = work.resolve(product.name() + ".spec");
        Trees.fill(
                build.linux(product.recipe()).resolve("rpm.spec"),
                spec,
                Map.of("VERSION", build.version().replace('-', '~'), "TREE", tree.toString()));
        Files.createDirectories(build.packages());
        Commands.run(
                work,
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(build.time().getEpochSecond())),
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--define",
                        "_topdir " + work,
                        "--define",
                        "_rpmdir " + build.packages(),
                        "--define",
                        "_build_name_fmt %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                        "--define",
                        "_binary_payload " + (build.quick() ? "w1.gzdio" : "w6.xzdio"),
                        spec.toString()));
        try (var files = Files.list(build.packages())) {
            return files.filter(file -> file.toString().endsWith(".rpm")
                            && String.valueOf(file.getFileName()).startsWith(product.name()))
                    .findFirst();
        }
    }
}
