package io.trunkline.installer.linux;

import java.nio.file.Path;

/// One of the two programs, as the build left it and as it is installed.
///
/// @param name of the package
/// @param word the command inside `bin`
/// @param module its folder in the checkout
/// @param home where it is installed
/// @param recipe folder in `installer/linux` with what is its own
public record Product(String name, String word, String module, String home, String recipe) {
    public static final Product DESKTOP =
            new Product("trunkline-desktop", "Trunkline", "desktop-app", "/opt/trunkline-desktop", "desktop");
    public static final Product BACKEND = new Product(
            "trunkline-backend", "trunkline-backend", "backend-api", "/usr/lib/trunkline-backend", "backend");

    Path jar(Build build) {
        return build.checkout().resolve(module).resolve("target").resolve(module + ".jar");
    }

    Path libraries(Build build) {
        return build.checkout().resolve(module).resolve("target/lib");
    }

    /// The modules that no class names, with their reasons.
    Path reasons(Build build) {
        return build.common("modules-" + recipe + ".properties");
    }
}
