package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Builds every package of this Linux, in `installer/target/packages`, and tells how large each is and how soon the
/// programs in them start.
///
/// Arguments: the checkout, the version, the time of the files, and `quick` where they are to be checked rather than
/// given to anybody.
public final class Packages {
    private Packages() {}

    public static void main(String[] words) throws Exception {
        var checkout = Path.of(words[0]).toAbsolutePath().normalize();
        var build = new Build(
                checkout,
                words[1],
                List.of(words).contains("quick"),
                Instant.parse(words[2]),
                checkout.resolve("installer/target/packages"));
        try {
            Trees.remove(build.packages());
            var made = new ArrayList<Path>();
            var images = images(build);
            for (var image : images) {
                made.addAll(packages(build, image));
            }
            tell(made);
            if (!build.quick()) {
                StartTime.tell(images);
            }
            // JavaFX drew the icons and would stay
            System.exit(0);
        } catch (PackagingFault fault) {
            System.err.println(fault.getMessage());
            System.exit(1);
        }
    }

    /// Both programs at once: jlink and training leave the machine idle for much of their time.
    static List<AppImage> images(Build build) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var desktop = both.submit(() -> image(build, Product.DESKTOP));
            var backend = both.submit(() -> image(build, Product.BACKEND));
            return List.of(desktop.get(), backend.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PackagingFault fault ? fault : e;
        }
    }

    static AppImage image(Build build, Product product) throws IOException {
        var image = AppImage.of(build, product);
        Training.train(build, image);
        return image;
    }

    static List<Path> packages(Build build, AppImage image) throws IOException {
        var made = new ArrayList<Path>();
        var system = new SystemFiles(build, image.product());
        Deb.of(build, image, system).ifPresent(made::add);
        made.add(Tarball.of(build, image));
        if (image.product().equals(Product.DESKTOP)) {
            Rpm.of(build, image, system).ifPresent(made::add);
        }
        return made;
    }

    private static void tell(List<Path> made) throws IOException {
        for (var file : made) {
            System.out.printf(Locale.ROOT, "%7.1f MB  %s%n", Files.size(file) / 1e6, file);
        }
    }
}
