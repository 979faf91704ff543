package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checks that packages have to pass, tried on what must not pass.
class PackagingTest {
    private static final Path INSTALLER = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void namesAModuleThatTheRuntimeLacks() throws IOException {
        Files.writeString(folder.resolve("release"), "MODULES=\"java.base java.logging\"\n");

        assertThat(NeededModules.missing(folder, Set.of("java.base", "java.sql", "jdk.localedata")))
                .containsExactly("java.sql", "jdk.localedata");
    }

    @Test
    void aListedModuleNeedsAReason() throws IOException {
        var list = Files.writeString(folder.resolve("modules.properties"), "jdk.localedata =\n");

        assertThatThrownBy(() -> NeededModules.listed(list)).hasMessageContaining("jdk.localedata without a reason");
    }

    @Test
    void theListsNameModulesOfThisJavaAndTheirReasons() throws IOException {
        for (var program : Set.of("desktop", "backend")) {
            var listed = NeededModules.listed(INSTALLER.resolve("common/modules-" + program + ".properties"));
            assertThat(listed)
                    .isNotEmpty()
                    .allMatch(name -> ModuleLayer.boot().findModule(name).isPresent()
                            || java.lang.module.ModuleFinder.ofSystem()
                                    .find(name)
                                    .isPresent());
        }
    }

    @Test
    void namesNativesOfOtherSystemsAlsoInsideJarsAndUnderOtherNames() throws IOException {
        Files.write(folder.resolve("harmless.dat"), head("MZ"));
        Files.write(folder.resolve("text.txt"), "libraries".getBytes(StandardCharsets.UTF_8));
        jar("voice.jar", "libvoice.dylib", "x");
        jar("database.jar", "postgres-windows-x86_64.txz", "x");
        jar("classes.jar", "Some.class", "x");

        assertThat(Natives.foreignIn(folder))
                .containsExactly(
                        "database.jar!postgres-windows-x86_64.txz (by its name)",
                        "harmless.dat (Windows)",
                        "voice.jar!libvoice.dylib (by its name)");
    }

    @Test
    void namesWhatIsNotForProduction() throws IOException {
        jar("simulator.jar", "x.txt", "x");
        jar("backend-api.jar", "io/trunkline/simulator/Ledger.class", "x");
        jar("shared-model-1.jar", "samples.json", "{\"email\":\"lena@demo.example\"}");
        jar("desktop-app.jar", "io/trunkline/desktop/DeskFlowTest.class", "x");
        jar("h2.jar", "org/h2/Driver.class", "x");

        assertThat(NotForProduction.in(folder))
                .containsExactlyInAnyOrder(
                        "simulator.jar",
                        "backend-api.jar!io/trunkline/simulator/Ledger.class",
                        "“demo.example” in shared-model-1.jar!samples.json",
                        "desktop-app.jar!io/trunkline/desktop/DeskFlowTest.class");
    }

    @Test
    void aVersionBeforeARelaseComesBeforeIt() {
        var build = new Build(INSTALLER, "0.2.0-rc1", true, Instant.EPOCH, folder);

        assertThat(build.debianVersion()).isEqualTo("0.2.0~rc1");
    }

    @Test
    void aTextWithANameThatNobodyFillsInIsRefused() throws IOException {
        var from = Files.writeString(folder.resolve("control"), "Version: @VERSION@\n");

        assertThatThrownBy(() -> Trees.fill(from, folder.resolve("out"), java.util.Map.of("NAME", "x")))
                .isInstanceOf(PackagingFault.class);
    }

    private static byte[] head(String magic) {
        return (magic + "x".repeat(30)).getBytes(StandardCharsets.US_ASCII);
    }

    private void jar(String name, String entry, String content) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
