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
    /// Ends with a failure where the cache cannot be used.
    private static final Map<String, String> CACHE_OR_NOTHING = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

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
        Commands.run(image.folder(), CACHE_OR_NOTHING, List.of(image.command().toString(), "--help"));
    }
}
