package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// What can be said of the macOS recipe without macOS. The rest stands in `installer/docs/never-run.md`.
class MacRecipeTest {
    private static final String SCRIPT = "installer/macos/build.sh";

    @Test
    void theProgramSaysWhatItWantsTheMicrophoneFor() {
        assertThat(plist("installer/macos/Info.plist")
                        .get("NSMicrophoneUsageDescription")
                        .getTextContent())
                .startsWith("Trunkline uses the microphone");
    }

    @ParameterizedTest
    @CsvSource({"en, Trunkline uses the microphone", "es, Trunkline usa el micrófono"})
    void andInThePersonsLanguage(String language, String beginning) {
        assertThat(Checkout.text("installer/macos/" + language + ".lproj/InfoPlist.strings"))
                .startsWith("\"NSMicrophoneUsageDescription\" = \"" + beginning)
                .endsWith("\";\n");
        assertThat(plist("installer/macos/Info.plist")
                        .get("CFBundleLocalizations")
                        .getTextContent())
                .contains(language);
        assertThat(Checkout.text(SCRIPT)).contains("\"$here/" + language + ".lproj\"");
    }

    @Test
    void theHardenedRuntimeLetsItHearCompileAndCallAndNothingElse() {
        var entitlements = plist("installer/macos/entitlements.plist");

        assertThat(entitlements.keySet())
                .containsExactlyInAnyOrder(
                        "com.apple.security.device.audio-input",
                        "com.apple.security.cs.allow-jit",
                        "com.apple.security.cs.allow-unsigned-executable-memory",
                        "com.apple.security.network.client");
        assertThat(entitlements.values())
                .allSatisfy(value -> assertThat(value.getTagName()).isEqualTo("true"));
    }

    @Test
    void theGuideReplacesAnOlderProgramAsAWholeSinceItIsSealed() {
        assertThat(Checkout.text("installer/docs/administrator.md"))
                .containsSubsequence(
                        "sudo rm -rf /Applications/Trunkline.app",
                        "sudo ditto /Volumes/Trunkline/Trunkline.app /Applications/Trunkline.app")
                .contains("End the program first");
    }

    @Test
    void everyKeyOfThePlistReplacesTheOneThatJpackageWrites() {
        var script = Checkout.text(SCRIPT);
        var deleted = script.substring(script.indexOf("for key in "), script.indexOf("Merge $here/Info.plist"));

        assertThat(plist("installer/macos/Info.plist").keySet())
                .allSatisfy(key -> assertThat(deleted).contains(" " + key));
    }

    @Test
    void everyNativeIsSignedAndNamedFromTheInsideOut() {
        assertThat(Checkout.text(SCRIPT))
                .containsSubsequence(
                        "plutil -convert xml1 -o \"$work/entitlements.plist\"",
                        "--options runtime",
                        "for jar in \"$contents\"/app/*.jar \"$contents\"/app/lib/*.jar",
                        "signing $library in ${jar##*/}",
                        "io.trunkline.desktop.bench.DeskTraining",
                        "find \"$contents\" -name '*.dylib'",
                        "-name jspawnhelper",
                        "\"${sign[@]}\" \"$contents/runtime\"",
                        "\"${sign[@]}\" --entitlements \"$work/entitlements.plist\" \"$app\"",
                        "codesign --verify --deep --strict",
                        "hdiutil create",
                        "xcrun notarytool submit",
                        "xcrun stapler staple");
    }

    @Test
    void withoutSecretsItSaysPlainlyWhatIsMissing() {
        assertThat(Checkout.text(SCRIPT))
                .contains("Not signed by anybody: TRUNKLINE_SIGN_IDENTITY is not set.", "Not notarised: it needs");
        assertThat(Checkout.text("installer/macos/keychain.sh"))
                .contains("There is no certificate among the secrets", "There is no notary's key among the secrets");
    }

    @Test
    void noSecretStandsOnACommandLine() {
        var lines = new ArrayList<String>();
        for (var script : List.of(SCRIPT, "installer/macos/keychain.sh")) {
            Checkout.text(script)
                    .lines()
                    .filter(line -> !line.strip().startsWith("#"))
                    .forEach(lines::add);
        }
        assertThat(lines)
                .filteredOn(line -> line.contains("MACOS_CERTIFICATE_PASSWORD"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("-passin env:MACOS_CERTIFICATE_PASSWORD"));
        assertThat(lines)
                .filteredOn(line -> line.contains("$MACOS_CERTIFICATE\"") || line.contains("$MACOS_NOTARY_KEY\""))
                .allSatisfy(line -> assertThat(line.strip())
                        .as("a word of the shell itself")
                        .startsWith("printf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, "installer/macos/keychain.sh"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aScriptIsOneThatTheShellReads(String script) throws IOException, InterruptedException {
        var file = Checkout.file(script);
        assertThat(file).isExecutable();
        assertThat(new ProcessBuilder("bash", "-n", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /// The keys of a property list's dictionary with their values.
    private static Map<String, Element> plist(String name) {
        Map<String, Element> values = new LinkedHashMap<>();
        var entries = Checkout.elements(
                Checkout.elements(Checkout.xml(name), "dict").getFirst().getChildNodes());
        for (int at = 0; at < entries.size(); at += 2) {
            assertThat(entries.get(at).getTagName()).isEqualTo("key");
            values.put(entries.get(at).getTextContent(), entries.get(at + 1));
        }
        return values;
    }
}
