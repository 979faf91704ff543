package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.wire.MadeUpAuthority;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemAuthoritiesTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheFirstBundleThatIsThereAndLeavesOutOnlyWhatIsBroken() throws Exception {
        var authority = new MadeUpAuthority(folder);
        var bundle = authority.bundle("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThat(SystemAuthorities.inFirst(List.of(folder.resolve("none.pem"), bundle, folder.resolve("later.pem"))))
                .containsExactly(authority.certificate());
    }

    @Test
    void withoutABundleOrAStoreThereIsNoAuthorityAndNoFailure() {
        assertThat(SystemAuthorities.inFirst(List.of(folder.resolve("none.pem"))))
                .isEmpty();
        assertThat(SystemAuthorities.inStores("No-Such-Store")).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.WINDOWS, OS.MAC})
    void theStoreOfThisSystemHoldsAuthorities() {
        assertThat(ThisProgram.system()).isIn("windows", "macos");
        assertThat(SystemAuthorities.ofThisSystem()).isNotEmpty();
    }
}
