package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacProfileTest {
    @TempDir
    Path folder;

    @Test
    void theComputersProfileWinsOverThePersons() throws IOException {
        var mine = Files.createDirectories(folder.resolve(System.getProperty("user.name")));
        plist(folder, "{\"backend\":\"https://centre.example.com\",\"kiosk\":true}");
        plist(mine, "{\"backend\":\"https://mine.example.com\",\"tenant\":\"acme\",\"updates\":\"off\"}");

        var set = ManagedSettings.of(new MacProfile(plutil(), folder).read());

        assertThat(set.backend().orElseThrow()).hasToString("https://centre.example.com");
        assertThat(set.kiosk()).contains(true);
        assertThat(set.tenant()).contains("acme");
        assertThat(set.tellsUpdates()).contains(false);
    }

    @Test
    void noProfileIsNothingAndABrokenOneToo() throws IOException {
        assertThat(new MacProfile(plutil(), folder).read()).isEmpty();
        plist(folder, "bplist00 nonsense");
        assertThat(new MacProfile(plutil(), folder).read()).isEmpty();
    }

    @Test
    void listsAndGroupsAreNoValues() {
        assertThat(MacProfile.values("{\"backend\":[1],\"tenant\":{\"a\":1},\"kiosk\":1,\"updates\":null}"))
                .containsEntry("kiosk", "1")
                .doesNotContainKeys("backend", "tenant");
    }

    private static void plist(Path in, String json) throws IOException {
        Files.writeString(in.resolve("io.trunkline.desktop.plist"), json);
    }

    /// Writes a file as it is, as the real one does with what is JSON already.
    private static Commands plutil() {
        return new Commands() {
            @Override
            Optional<String> output(List<String> words) {
                assertThat(words.subList(0, 5)).containsExactly("/usr/bin/plutil", "-convert", "json", "-o", "-");
                try {
                    return Optional.of(Files.readString(Path.of(words.getLast())));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
