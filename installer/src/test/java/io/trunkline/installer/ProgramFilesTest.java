package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
    @Test
    void theSameFolderGivesTheSameIdsWhereverItLies(@TempDir Path folder) throws IOException {
        var one = Files.createDirectories(folder.resolve("one/Trunkline/app"));
        var other = Files.createDirectories(folder.resolve("other/Trunkline/app"));
        Files.writeString(one.resolve("a.jar"), "1");
        Files.writeString(other.resolve("a.jar"), "2");

        assertThat(ProgramFiles.fragment(one.getParent(), "machine"))
                .isEqualTo(ProgramFiles.fragment(other.getParent(), "machine"));
    }

    @Test
    void filesOfOneNameInTwoFoldersDiffer(@TempDir Path folder) throws IOException {
        for (var name : new String[] {"bin", "lib"}) {
            Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("jvm.dll"), name);
        }

        var files = ProgramFiles.fragment(folder, "machine")
                .lines()
                .filter(line -> line.contains("<File "))
                .toList();

        assertThat(files).hasSize(2);
        assertThat(files.stream().map(line -> line.replaceAll(".*<File Id=\"(\\w+)\".*", "$1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameWithSignsOfXmlStaysItself(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a & b.txt"), "");

        assertThat(ProgramFiles.fragment(folder, "machine")).contains("Name=\"a &amp; b.txt\"");
    }
}
