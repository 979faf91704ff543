package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes the AOT cache of a packaged program with the Java and the folders that are shipped, and makes sure of it: a
/// cache that does not fit is silently left aside, and the program starts slowly for ever.
final class Training {
    private static final Map<Product, String> TRAINERS = Map.of(
            Product.DESKTOP, "io.trunkline.desktop.bench.DeskTraining",
            Product.BACKEND, "io.trunkline.backend.bench.AotTraining");
    /// Java ends with 1 where the cache cannot be used, before the program is asked anything.
    private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

    private Training() {}

    static void train(Build build, AppImage image) throws IOException {
        var said = Commands.run(
                build.checkout().resolve("installer"),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        TRAINERS.get(image.product()),
                        image.jar().toString(),
                        image.cache().toString(),
                        image.command().toString()));
        if (!Files.exists(image.cache())) {
            throw new PackagingFault(
                    "%s has no AOT cache:%n%s".formatted(image.product().name(), said));
        }
        Trees.stamp(image.folder(), build.time());
        Commands.run(
                image.folder(),
                Map.of("JAVA_TOOL_OPTIONS", CACHE_OR_NOTHING, "TRUNKLINE_HTTP_PORT", "none"),
                // the backend says at once that its port is wrong, the desktop what its words are
                image.product().equals(Product.BACKEND) ? 2 : 0,
                List.of(image.command().toString(), "--help"));
    }
}
