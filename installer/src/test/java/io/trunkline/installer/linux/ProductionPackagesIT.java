package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Opens every package that the build made for this Linux and looks at all that is inside.
class ProductionPackagesIT {
    @TempDir
    static Path unpacked;

    private static final Path INSTALLER = Path.of("").toAbsolutePath();
    private static final Path PACKAGES = INSTALLER.resolve("target/packages");

    @BeforeAll
    static void openThem() throws IOException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"), "The Linux packages are made and opened on Linux only.");
        for (var file : packages()) {
            var folder = Files.createDirectories(unpacked.resolve(String.valueOf(file.getFileName())));
            Commands.run(folder, Map.of(), unpacking(file.toString(), folder.toString()));
        }
    }

    private static List<String> unpacking(String file, String folder) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".deb" -> List.of("dpkg-deb", "-x", file, folder);
            case ".rpm" -> List.of("sh", "-c", "rpm2archive -n - < \"$0\" | tar -x", file);
            default -> List.of("tar", "-xzf", file, "-C", folder);
        };
    }

    @TestFactory
    Stream<DynamicTest> holdsNothingOfSimulatorLauncherDemoOrTests() throws IOException {
        return each(folder -> assertThat(NotForProduction.in(folder)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> holdsNoNativesOfAnotherSystem() throws IOException {
        return each(folder -> assertThat(Natives.foreignIn(folder)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> bringsAJavaWithEveryModuleThatIsNeeded() throws IOException {
        // those of the Debian packages are the same folders
        return each(folder -> {
            try (var files = Files.walk(folder)) {
                var app = files.filter(file -> file.endsWith("lib/app"))
                        .findFirst()
                        .orElseThrow();
                var program = Files.exists(app.resolve("desktop-app.jar")) ? "desktop" : "backend";
                var needed = NeededModules.of(app, INSTALLER.resolve("common/modules-" + program + ".properties"));
                assertThat(NeededModules.missing(app.resolveSibling("runtime"), needed))
                        .isEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> keepsTheFileForSecretsFromOthers() throws IOException {
        return each(folder -> {
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.filter(each -> each.endsWith("backend.env")).toList()) {
                    assertThat(Files.getPosixFilePermissions(file))
                            .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
                }
            }
        });
    }

    @Test
    void theRpmIsTheDesktopWithWhatItNeedsAndKeepsWhatItDecidesOverAnUpgrade() throws IOException {
        assumeTrue(Commands.there("rpmbuild"), "The RPM is made where there is rpmbuild.");
        var rpm = packages().stream()
                .filter(file -> file.toString().endsWith(".rpm"))
                .findFirst()
                .orElseThrow()
                .toString();

        assertThat(Commands.run("rpm", "-qp", "--queryformat", "%{NAME} %{VERSION}", rpm))
                .isEqualTo("trunkline-desktop " + System.getProperty("trunkline.version"));
        assertThat(Commands.run("rpm", "-qp", "--requires", rpm)).contains("pulseaudio-libs", "gtk3");
        assertThat(Commands.run("rpm", "-qp", "--configfiles", rpm)).isEqualTo("/etc/trunkline/desktop.properties\n");
        assertThat(Commands.run("rpm", "-qpl", rpm))
                .contains("/opt/trunkline-desktop/bin/Trunkline\n", "/usr/bin/trunkline-desktop\n")
                .contains("/usr/share/applications/io.trunkline.desktop.desktop\n");
    }

    private interface Look {
        void at(Path folder) throws IOException;
    }

    private static Stream<DynamicTest> each(Look look) throws IOException {
        return packages().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .map(name -> DynamicTest.dynamicTest(name, () -> look.at(unpacked.resolve(name))));
    }

    /// Both programs as archives, as Debian packages where there is dpkg, and the desktop's RPM where there is
    /// rpmbuild.
    private static List<Path> packages() throws IOException {
        try (var files = Files.list(PACKAGES)) {
            var all = files.filter(file -> file.toString().matches(".*\\.(deb|rpm|tar\\.gz)"))
                    .toList();
            assertThat(all).hasSize((Commands.there("dpkg-deb") ? 4 : 2) + (Commands.there("rpmbuild") ? 1 : 0));
            return all;
        }
    }
}
