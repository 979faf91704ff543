package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `reg query` writes, as it was seen on Windows of several languages.
class WindowsPoliciesTest {
    private static final String ENGLISH = """

            HKEY_LOCAL_MACHINE\\Software\\Policies\\Trunkline\\Desktop
                (Default)    REG_SZ    (value not set)
                Backend    REG_SZ    https://centre.example.com
                Kiosk    REG_DWORD    0x1
                Updates    REG_SZ    off

            HKEY_LOCAL_MACHINE\\Software\\Policies\\Trunkline\\Desktop\\Old
            """;
    private static final String GERMAN = """

            HKEY_CURRENT_USER\\Software\\Policies\\Trunkline\\Desktop
                (Standard)    REG_SZ    (Wert nicht festgelegt)
                Tenant    REG_SZ    acme
                Backend    REG_SZ    https://other.example.com

            """;

    @TempDir
    Path folder;

    private final Map<String, String> answers = new HashMap<>();

    private final Commands reg = new Commands() {
        @Override
        Optional<String> output(List<String> words) {
            assertThat(words).hasSize(3).element(0).asString().endsWith("\\System32\\reg.exe");
            assertThat(words).element(1).isEqualTo("query");
            return Optional.ofNullable(answers.get(words.get(2)));
        }
    };

    @Test
    void theComputersPoliciesWinOverThePersonsAndBothOverTheFile() throws IOException {
        answers.put("HKLM\\Software\\Policies\\Trunkline\\Desktop", ENGLISH.replace("\n", "\r\n"));
        answers.put("HKCU\\Software\\Policies\\Trunkline\\Desktop", GERMAN.replace("\n", "\r\n"));
        var file = Files.writeString(
                folder.resolve("desktop.properties"), "backend=https://file.example.com\nsounds=loud\ntenant=file\n");

        var read = new WindowsPolicies(reg, Optional.of(new PolicyFile(file, _ -> true))).read();

        assertThat(read)
                .containsEntry("backend", "https://centre.example.com")
                .containsEntry("tenant", "acme")
                .containsEntry("kiosk", "1")
                .containsEntry("updates", "off")
                .containsEntry("sounds", "loud");
        var managed = ManagedSettings.of(read);
        assertThat(managed.kiosk()).contains(true);
        assertThat(managed.wrong()).isEmpty();
    }

    @Test
    void theFileHoldsWhereTheRegistryHasNothing() throws IOException {
        var file = Files.writeString(folder.resolve("desktop.properties"), "tenant=file\n");
        assertThat(new WindowsPolicies(reg, Optional.of(new PolicyFile(file, _ -> true))).read())
                .containsExactly(entry("tenant", "file"));
    }

    @Test
    void theFileStandsBesideTheProgramAndCountsOnlyWhereThisPersonCannotWriteIt() throws IOException {
        Files.writeString(folder.resolve("desktop.properties"), "tenant=mine\n");
        var program = folder.resolve("Trunkline.exe").toString();

        assertThat(WindowsPolicies.besideProgram(program))
                .hasValueSatisfying(file -> assertThat(file.read()).isEmpty());
        assertThat(WindowsPolicies.besideProgram(null)).isEmpty();
    }

    @Test
    void anEmptyValueHidesNoneFromElsewhere() throws IOException {
        answers.put("HKLM\\Software\\Policies\\Trunkline\\Desktop", """
                HKEY_LOCAL_MACHINE\\Software\\Policies\\Trunkline\\Desktop
                    Backend    REG_SZ    https://centre.example.com
                    Tenant    REG_SZ   \s
                """);
        var file = Files.writeString(folder.resolve("desktop.properties"), "tenant=file\n");

        assertThat(new WindowsPolicies(reg, Optional.of(new PolicyFile(file, _ -> true))).read())
                .containsOnly(entry("backend", "https://centre.example.com"), entry("tenant", "file"));
    }

    @Test
    void readsLongValuesNumbersAndEmptyOnes() {
        var values = WindowsPolicies.values("""
                HKEY_LOCAL_MACHINE\\Software\\Policies\\Trunkline\\Desktop
                    Backend    REG_EXPAND_SZ    https://%s.example.com:8443
                    Tenant    REG_SZ    Acme    and sons
                    A name of words    REG_SZ    kept
                    Kiosk    REG_DWORD    0x0
                    Updates    REG_SZ   \s
                    Many    REG_MULTI_SZ    one\\0two
                    Bytes    REG_BINARY    00ff
                    Broken    REG_DWORD    many
                """.formatted("a".repeat(900)));

        assertThat(values)
                .containsEntry("backend", "https://" + "a".repeat(900) + ".example.com:8443")
                .containsEntry("tenant", "Acme    and sons")
                .containsEntry("a name of words", "kept")
                .containsEntry("kiosk", "0")
                .containsEntry("broken", "many")
                .doesNotContainKeys("updates", "many", "bytes");
        assertThat(ManagedSettings.of(values).kiosk()).contains(false);
    }

    @Test
    void nonsenseIsNoPolicy() {
        for (var output : List.of("", "FEHLER: Der angegebene Schlüssel wurde nicht gefunden.", "    x", "\0\0")) {
            assertThat(WindowsPolicies.values(output)).isEmpty();
        }
    }
}
