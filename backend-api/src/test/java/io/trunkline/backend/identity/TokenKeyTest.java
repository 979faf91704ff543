package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {
    static final String KEY = "bm90IGEgc2VjcmV0LCBvbmx5IGEga2V5IGZvciB0ZXN0cw==";

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKeptForItsOwnerAlone() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var file = folder.resolve("keys/token.key");

        var first = TokenKey.from(config(Map.of("identity.token-key-file", file.toString())));
        var second = TokenKey.from(config(Map.of("identity.token-key-file", file.toString())));

        assertThat(first.bytes()).hasSize(32).isEqualTo(second.bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void comesFromTheSettingWhenThereIsOne() {
        var file = folder.resolve("token.key");

        var key = TokenKey.from(config(Map.of("identity.token-key", KEY, "identity.token-key-file", file.toString())));

        assertThat(key.bytes()).startsWith("not a secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(file).doesNotExist();
    }

    @Test
    void aShortOrBrokenKeyIsRefusedWithoutShowingIt() {
        for (var key : new String[] {"c2hvcnQ=", "%%%"}) {
            assertThatThrownBy(() -> TokenKey.from(config(Map.of("identity.token-key", key))))
                    .isInstanceOf(SettingFault.class)
                    .hasMessage("The setting identity.token-key must hold at least 32 bytes in Base64.");
        }
    }

    @Test
    void neitherKeyNorPasswordIsPrinted() {
        var config = config(Map.of("identity.token-key", KEY, "bootstrap.password", "the first password"));

        assertThat(config.toString()).doesNotContain(KEY).doesNotContain("the first password");
        assertThat(TokenKey.from(config).toString()).doesNotContain(KEY);
    }

    private static IdentityConfig config(Map<String, String> values) {
        return IdentityConfig.from(Settings.of(values));
    }
}
