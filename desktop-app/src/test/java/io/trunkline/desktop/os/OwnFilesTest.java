package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFilesTest {
    @TempDir
    Path temp;

    @Test
    void theTokenIsKeptReplacedAndForgotten() throws IOException {
        var token = new RememberedToken(AppFolder.at(temp));
        assertThat(token.read()).isEmpty();
        token.keep("one");
        token.keep("two");
        assertThat(token.read()).contains("two");
        token.forget();
        assertThat(token.read()).isEmpty();
    }

    @Test
    void onlyTheOwnerReadsFolderAndToken() throws IOException {
        assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
        var folder = AppFolder.at(temp.resolve("own"));
        new RememberedToken(folder).keep("one");
        assertThat(mode(temp.resolve("own"))).isEqualTo("rwx------");
        assertThat(mode(folder.file("session"))).isEqualTo("rw-------");
    }

    @Test
    void aProgramWhosePackageNamesItsFolderKeepsEverythingThere() throws IOException {
        System.setProperty(AppFolder.PACKAGED, temp.resolve("data").toString());
        try {
            assertThat(AppFolder.ofThisPerson().file("session")).isEqualTo(temp.resolve("data/session"));
        } finally {
            System.clearProperty(AppFolder.PACKAGED);
        }
    }

    @ParameterizedTest
    @CsvSource({"vfat, true", "FAT32, true", "exFAT, true", "msdos, true", "NTFS, false", "ext4, false", "apfs, false"})
    void aStickWithoutRightsKeepsNobodyOut(String medium, boolean open) {
        assertThat(OwnerOnly.keepsNoRights(medium)).isEqualTo(open);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
