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
    /// How often the backend is asked, of which the cache keeps the profiles; few are enough where only the way is
    /// checked.
    private static final int MANY_WEBHOOKS = 1_500;

    private static final int FEW_WEBHOOKS = 100;

    /// Java ends with 1 where the cache cannot be used, before the program is asked anything.
    private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

    private Training() {}

    static void train(Build build, AppImage image) throws IOException {
        var said = Commands.run(
                build.checkout().resolve("installer"),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtraining.webhooks=" + (build.quick() ? FEW_WEBHOOKS : MANY_WEBHOOKS),
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
        // the backend's command keeps what it writes from others; this is for whoever runs the program
        Trees.mode(image.cache(), "rw-r--r--");
        Trees.stamp(image.folder(), build.time());
        Commands.run(
                image.folder(),
                Map.of("JAVA_TOOL_OPTIONS", CACHE_OR_NOTHING),
                List.of(image.command().toString(), "--help"));
    }
}
