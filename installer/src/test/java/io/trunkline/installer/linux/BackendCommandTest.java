package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell script `trunkline-backend`, unpacked in a folder of its own, with a Java that only tells how it was
/// called.
class BackendCommandTest {
    @TempDir
    Path home;

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "The script is for Linux.");
        Trees.copy(Path.of("linux/backend/command.sh"), home.resolve("bin/trunkline-backend"));
        Trees.mode(home.resolve("bin/trunkline-backend"), "rwxr-xr-x");
        var java = home.resolve("lib/runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '[%s]' \"$@\"; echo; umask; pwd; env\n");
        Trees.mode(java, "rwxr-xr-x");
        Files.createDirectories(home.resolve("etc"));
    }

    @Test
    void passesItsWordsThrough() {
        assertThat(run(Map.of(), 0, "restore", "a file", "--yes"))
                .contains("[-jar][" + home.resolve("lib/app/backend-api.jar") + "][restore][a file][--yes]");
    }

    @Test
    void readsSecretsAsTheyStandAndLetsTheEnvironmentWin() throws IOException {
        secrets("""
                # a secret of every kind

                TRUNKLINE_ONE=a $b `c` = "d"
                TRUNKLINE_TWO="with quotes around"
                TRUNKLINE_THREE=from the file
                TRUNKLINE_LAST=without an end of line""");

        assertThat(run(Map.of("TRUNKLINE_THREE", "from the environment"), 0))
                .contains("TRUNKLINE_ONE=a $b `c` = \"d\"\n")
                .contains("TRUNKLINE_TWO=with quotes around\n")
                .contains("TRUNKLINE_THREE=from the environment\n")
                .contains("TRUNKLINE_LAST=without an end of line");
    }

    @Test
    void refusesALineThatSetsNothingWithoutShowingIt() throws IOException {
        secrets("TRUNKLINE_ONE=1\nhunter2\n");

        assertThat(run(Map.of(), 2))
                .contains("line 2 of")
                .contains("is not NAME=value")
                .doesNotContain("hunter2");
    }

    @Test
    void warnsOfSecretsThatEverybodyCanRead() throws IOException {
        secrets("# none yet\n");
        assertThat(run(Map.of(), 0)).doesNotContain("Everybody");

        secrets("TRUNKLINE_ONE=hunter2\n");
        assertThat(run(Map.of(), 0))
                .contains("Everybody on this machine can read the secrets in " + home.resolve("etc/backend.env"));

        Trees.mode(home.resolve("etc/backend.env"), "rw-r-----");
        assertThat(run(Map.of(), 0)).doesNotContain("Everybody").contains("TRUNKLINE_ONE=hunter2");
    }

    @Test
    void takesTheSecretsBesideTheSettingsThatAreNamed() throws IOException {
        secrets("TRUNKLINE_ONE=its own\n");
        var others = Files.createDirectories(home.resolve("others"));
        Files.writeString(others.resolve("backend.env"), "TRUNKLINE_ONE=beside the others\n");

        assertThat(run(Map.of("TRUNKLINE_CONFIG", others.resolve("backend.yaml").toString()), 0))
                .contains("TRUNKLINE_ONE=beside the others\n")
                .contains("TRUNKLINE_CONFIG=" + others.resolve("backend.yaml") + "\n");
    }

    @Test
    void namesTheSettingsBesideItUnlessOthersAreNamed() throws IOException {
        var settings = Files.writeString(home.resolve("etc/backend.yaml"), "http:\n");

        assertThat(run(Map.of(), 0)).contains("TRUNKLINE_CONFIG=" + settings + "\n");
        assertThat(run(Map.of("TRUNKLINE_CONFIG", "/other.yaml"), 0)).contains("TRUNKLINE_CONFIG=/other.yaml\n");
    }

    @Test
    void usesTheCacheThatWasShipped() throws IOException {
        assertThat(run(Map.of(), 0)).doesNotContain("AOTCache");
        Files.createDirectories(home.resolve("lib/app"));
        var cache = Files.createFile(home.resolve("lib/app/backend-api.aot"));

        assertThat(run(Map.of(), 0)).contains("[-XX:AOTCache=" + cache + "][-jar]");
    }

    @Test
    void unpackedItKeepsItsDataBelowItsOwnFolderWhereverItIsCalledAndFromOthers() throws IOException {
        Files.writeString(home.resolve("etc/backend.yaml"), "http:\n");
        var elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        var command = List.of(home.resolve("bin/trunkline-backend").toString());

        assertThat(Commands.run(elsewhere, Map.of(), command)).contains("\n0027\n" + home + "\n");
        assertThat(Commands.run(elsewhere, Map.of("TRUNKLINE_CONFIG", "/other.yaml"), command))
                .contains("\n0027\n" + elsewhere + "\n");
    }

    private void secrets(String text) throws IOException {
        Files.writeString(home.resolve("etc/backend.env"), text);
    }

    private String run(Map<String, String> environment, int expected, String... words) {
        var command =
                new ArrayList<>(List.of(home.resolve("bin/trunkline-backend").toString()));
        command.addAll(List.of(words));
        return Commands.run(home, environment, expected, command);
    }
}
