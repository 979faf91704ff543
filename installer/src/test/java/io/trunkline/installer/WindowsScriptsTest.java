package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What can be said of the Windows scripts without Windows. The rest stands in `installer/docs/never-run.md`.
class WindowsScriptsTest {
    private static final String BUILD = Checkout.text("installer/windows/build.ps1");
    private static final String CERTIFICATE = Checkout.text("installer/windows/certificate.ps1");

    @Test
    void wixIsGivenEveryVariableOfTheDefinitionAndNoOther() {
        var definition = Checkout.text("installer/windows/trunkline.wxs");
        var used = found("\\$\\(var\\.(\\w+)\\)", definition);
        used.removeAll(found("<\\?define (\\w+)", definition));

        assertThat(found("\"-d(\\w+)=", BUILD)).isEqualTo(used);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void bothScopesAreBuiltOfTheOneDefinition() {
        assertThat(BUILD)
                .containsSubsequence(
                        "foreach ($scope in \"machine\", \"user\")",
                        "io.trunkline.installer.ProgramFiles\", \"$work\\image\\Trunkline\", $scope",
                        "-dScope=$scope",
                        "$here\\trunkline.wxs");
    }

    @Test
    void aVersionThatWindowsCannotCompareIsRefusedWithASentence() {
        assertThat(BUILD)
                .contains("a version for Windows is three numbers, at most 255.255.65535; this one is $Version.");
    }

    @Test
    void thePortableProgramKeepsItsSettingsBesideItselfWhateverWordsItIsStartedWith() {
        assertThat(BUILD)
                .contains("New-Image \"$work\\portable\" @(\"--java-options\", '-Dtrunkline.home=$ROOTDIR/data')")
                .doesNotContain("\"--arguments\"");
        assertThat(Checkout.text("desktop-app/src/main/java/io/trunkline/desktop/os/AppFolder.java"))
                .contains("\"trunkline.home\"");
    }

    @Test
    void whatJpackageLeavesReadOnlyTakesATimeAndASignature() {
        assertThat(BUILD)
                .containsSubsequence(
                        "jpackage.exe\" ($words + $more)",
                        "{ $_.IsReadOnly = $false }",
                        "{ $_.LastWriteTimeUtc = $time }",
                        "Add-Signature \"$folder\\Trunkline\\Trunkline.exe\"");
    }

    @Test
    void theLicenceAndTheNoticesGoAlong() {
        assertThat(BUILD)
                .contains(
                        "Copy-Item \"LICENSE\" \"$folder\\Trunkline\\LICENSE.txt\"",
                        "Copy-Item \"installer\\target\\notices\\desktop\\*\" \"$folder\\Trunkline\"");
    }

    @Test
    void hashesSizesAndTheStartAreTold() {
        assertThat(BUILD)
                .contains("Get-FileHash -Algorithm SHA256", "installed: {0:N1} MB", "start to the first word (--help)");
    }

    @Test
    void withoutACertificateItSaysSoAndNoPasswordStandsOnACommandLine() {
        assertThat(BUILD)
                .contains("Not signed: TRUNKLINE_SIGN_THUMBPRINT is not set.")
                .doesNotContain("PASSWORD", "/p");
        assertThat(CERTIFICATE).contains("There is no certificate among the secrets");
        assertThat(CERTIFICATE.lines().filter(line -> line.contains("$env:WINDOWS_CERTIFICATE_PASSWORD")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).as("a word of the shell itself").contains("ConvertTo-SecureString"));
    }
}
