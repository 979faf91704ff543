package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFormatTest {
    @TempDir
    Path folder;

    @Test
    void aFolderSaysWhichFormatItHasAndWhoWroteIt() throws IOException {
        AppFolder.at(folder);
        assertThat(folder.resolve("format")).content().startsWith(FolderFormat.NOW + " ");
        AppFolder.at(folder);
    }

    @Test
    void aFolderOfANewerProgramIsRefusedWithASentenceAndLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("format"), (FolderFormat.NOW + 1) + " 9.1.0\n");
        Files.writeString(folder.resolve("settings.properties"), "of the future");

        assertThatThrownBy(() -> AppFolder.at(folder))
                .isInstanceOf(NewerFolder.class)
                .hasMessage("The settings and drafts on this computer were written by Trunkline 9.1.0, which is newer."
                        + " They are left as they are.");

        assertThat(folder.resolve("format")).content().isEqualTo((FolderFormat.NOW + 1) + " 9.1.0\n");
        assertThat(folder.resolve("settings.properties")).content().isEqualTo("of the future");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFolderWithoutANumberIsOfTheFirstProgramsAndIsOpened() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "shade=DARK");
        AppFolder.at(folder);
        assertThat(folder.resolve("settings.properties")).content().isEqualTo("shade=DARK");
        assertThat(folder.resolve("format")).exists();
    }

    @Test
    void aNumberThatCannotBeReadKeepsNobodyOut() throws IOException {
        Files.write(folder.resolve("format"), new byte[] {0, -1, 7});
        AppFolder.at(folder);
        assertThat(folder.resolve("format")).content().startsWith(FolderFormat.NOW + " ");
    }
}
