package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("desktop.properties"), "backend = https://centre.example.com\n");
    }

    @Test
    void isReadWhereItIsTrusted() {
        assertThat(new PolicyFile(file, _ -> true).read())
                .containsExactly(entry("backend", "https://centre.example.com"));
    }

    @Test
    void isNotReadWhereItIsNot() {
        assertThat(new PolicyFile(file, _ -> false).read()).isEmpty();
    }

    @Test
    void isNothingWhereThereIsNoneOrItIsNoText() throws IOException {
        assertThat(new PolicyFile(folder.resolve("none"), _ -> true).read()).isEmpty();
        Files.writeString(file, "backend=\\u12");
        assertThat(new PolicyFile(file, _ -> true).read()).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(new PolicyFile(file, _ -> true).read()).isEmpty();
    }

    @Test
    void isNotTrustedWhereWhoeverRunsTheProgramCanWriteIt() {
        assertThat(PolicyFile.closedToThisPerson(file).read()).isEmpty();
    }

    @Test
    void trustsRootAloneAndOnlyWhereNobodyElseWrites() throws IOException {
        assumeTrue(Files.getOwner(file).getName().equals("root"), "only root can make what root owns");
        permissions(folder, "rwxr-xr-x");
        permissions(file, "rw-r--r--");
        assertThat(PolicyFile.ownedByRoot(file).read()).isNotEmpty();

        permissions(file, "rw-rw-r--");
        assertThat(PolicyFile.ownedByRoot(file).read()).isEmpty();
        permissions(file, "rw-r--rw-");
        assertThat(PolicyFile.ownedByRoot(file).read()).isEmpty();
        permissions(file, "rw-r--r--");
        permissions(folder, "rwxrwxrwx");
        assertThat(PolicyFile.ownedByRoot(file).read()).isEmpty();
        permissions(folder, "rwxr-xr-x");
        Files.setOwner(
                file, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertThat(PolicyFile.ownedByRoot(file).read()).isEmpty();
    }

    private static void permissions(Path path, String posix) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(posix));
    }
}
