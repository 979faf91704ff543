package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The MSI's definition, built by wixl and read by table. What Windows makes of it, nobody has seen:
/// `installer/docs/never-run.md`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MsiRecipeTest {
    private static final String UPGRADE_CODE = "{A8B0603E-86E0-4987-B0EC-63CF95B5215F}";
    private static final String POLICIES = "Software\\Policies\\Trunkline\\Desktop";
    private static final List<String> MANAGED = List.of("BACKEND", "TENANT", "KIOSK", "UPDATES", "PROXY");

    private Msi machine;
    private Msi user;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Msi.possible(),
                "The MSI's recipe is not checked: wixl and msiinfo are missing (packages wixl and msitools).");
        machine = Msi.build(folder.resolve("machine"), "machine", "1.2.3");
        user = Msi.build(folder.resolve("user"), "user", "1.2.3");
    }

    @Test
    void everyFileOfTheProgramIsInsideWhereItBelongs() throws IOException, InterruptedException {
        for (var msi : List.of(machine, user)) {
            assertThat(msi.rows("File"))
                    .extracting(row -> row.get(2))
                    .containsExactlyInAnyOrder(
                            "Trunkline.exe",
                            "LICENSE.txt",
                            "THIRD-PARTY.txt",
                            "sbom.json",
                            "Trunkline.cfg",
                            "desktop-app.jar",
                            "javafx-web-26.0.1-win.jar",
                            "jfxwebkit.dll",
                            "jvm.dll",
                            "modules");
        }
        assertThat(machine.value("Directory", 0, "INSTALLFOLDER", 1)).isEqualTo("ProgramFiles64Folder");
        assertThat(user.value("Directory", 0, "INSTALLFOLDER", 1)).isEqualTo("UserPrograms");
        assertThat(user.value("Directory", 0, "UserPrograms", 1)).isEqualTo("LocalAppDataFolder");
        assertThat(folderOf(machine, "jvm.dll")).isEqualTo("server");
        assertThat(folderOf(user, "jfxwebkit.dll")).isEqualTo("lib");
    }

    private static String folderOf(Msi msi, String file) throws IOException, InterruptedException {
        var component = msi.value("File", 2, file, 1);
        return msi.value("Directory", 0, msi.value("Component", 0, component, 2), 2);
    }

    @Test
    void everyComponentIsInstalledAndHasACodeOfItsOwn() throws IOException, InterruptedException {
        for (var msi : List.of(machine, user)) {
            var components = msi.rows("Component");
            assertThat(components)
                    .extracting(row -> row.get(1))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
            assertThat(msi.rows("FeatureComponents"))
                    .extracting(row -> row.get(1))
                    .containsExactlyInAnyOrderElementsOf(
                            components.stream().map(row -> row.get(0)).toList());
        }
    }

    @Test
    void bothScopesShareNoComponentSoThatRemovingOneLeavesTheOther() throws IOException, InterruptedException {
        assertThat(machine.rows("Component").stream().map(row -> row.get(1)))
                .doesNotContainAnyElementsOf(
                        user.rows("Component").stream().map(row -> row.get(1)).toList());
    }

    @Test
    void theStartMenuHasAShortcutWithTheIcon() throws IOException, InterruptedException {
        for (var msi : List.of(machine, user)) {
            var shortcut = msi.rows("Shortcut").getFirst();
            assertThat(msi.rows("Shortcut")).hasSize(1);
            assertThat(shortcut)
                    .contains("ProgramMenuFolder", "Trunkline", "[INSTALLFOLDER]Trunkline.exe", "Trunkline.ico");
            assertThat(msi.rows("Icon")).extracting(row -> row.get(0)).containsExactly("Trunkline.ico");
            assertThat(msi.properties()).containsEntry("ARPPRODUCTICON", "Trunkline.ico");
        }
    }

    @Test
    void aHigherVersionReplacesALowerOneUnderTheCodeThatNeverChanges() throws IOException, InterruptedException {
        for (var msi : List.of(machine, user)) {
            assertThat(msi.properties())
                    .containsEntry("UpgradeCode", UPGRADE_CODE)
                    .containsEntry("ProductVersion", "1.2.3");
            var below = rowOf(msi, "WIX_UPGRADE_DETECTED");
            assertThat(below.get(0)).isEqualTo(UPGRADE_CODE);
            assertThat(below.get(2)).as("replaces versions below").isEqualTo("1.2.3");
            assertThat(sequence(msi, "RemoveExistingProducts")).isGreaterThan(sequence(msi, "InstallValidate"));
        }
    }

    @Test
    void aLowerVersionIsRefusedWithASentence() throws IOException, InterruptedException {
        for (var msi : List.of(machine, user)) {
            var above = rowOf(msi, "WIX_DOWNGRADE_DETECTED");
            assertThat(above.get(1)).as("finds versions above").isEqualTo("1.2.3");
            assertThat(Integer.parseInt(above.get(4)) & 2)
                    .as("finds only, removes nothing")
                    .isEqualTo(2);
            assertThat(msi.value("LaunchCondition", 0, "NOT WIX_DOWNGRADE_DETECTED", 1))
                    .startsWith(
                            "A newer version of Trunkline is installed. Version [ProductVersion] does not replace it");
        }
    }

    private static List<String> rowOf(Msi msi, String property) throws IOException, InterruptedException {
        return msi.rows("Upgrade").stream()
                .filter(row -> row.get(6).equals(property))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneIsForEverybodyAndElevatesTheOtherForOnePersonAndDoesNot() throws IOException, InterruptedException {
        assertThat(machine.properties()).containsEntry("ALLUSERS", "1");
        assertThat(machine.summary()).contains("Source: 2 (2)", "Template: x64;1033");
        assertThat(user.properties()).doesNotContainKey("ALLUSERS");
        assertThat(user.summary()).as("bit 3: needs no elevation").contains("Source: 10 (a)");
    }

    @Test
    void whatIsGivenOnTheCommandLineIsWrittenAsPoliciesAndRemovedWithTheProgram()
            throws IOException, InterruptedException {
        for (var property : MANAGED) {
            var row = machine.rows("Registry").stream()
                    .filter(each -> each.get(4).equals("[" + property + "]"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get(1)).as("HKEY_LOCAL_MACHINE").isEqualTo("2");
            assertThat(row.get(2)).isEqualTo(POLICIES);
            assertThat(row.get(3)).isEqualToIgnoringCase(property);
            assertThat(machine.value("Component", 0, row.get(5), 1))
                    .as("has a code, so it is removed")
                    .isNotEmpty();
        }
        assertThat(sequence(machine, "RemoveRegistryValues")).isPositive();
    }

    @Test
    void policiesAreKeptOverAnUpgradeUnlessOthersAreGiven() throws IOException, InterruptedException {
        for (var property : MANAGED) {
            var search = machine.value("AppSearch", 0, "KEPT" + property, 1);
            var found = machine.rows("RegLocator").stream()
                    .filter(row -> row.get(0).equals(search))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.get(1)).isEqualTo("2");
            assertThat(found.get(2)).isEqualTo(POLICIES);
            assertThat(found.get(3)).isEqualToIgnoringCase(property);
            assertThat(found.get(4)).as("raw, of the 64-bit registry").isEqualTo("18");

            var action = machine.rows("CustomAction").stream()
                    .filter(row -> row.get(2).equals(property))
                    .findFirst()
                    .orElseThrow();
            assertThat(action.get(1)).as("sets a property").isEqualTo("51");
            assertThat(action.get(3)).isEqualTo("[KEPT" + property + "]");
            for (var table : List.of("InstallUISequence", "InstallExecuteSequence")) {
                assertThat(machine.value(table, 0, action.get(0), 1))
                        .isEqualTo("NOT " + property + " AND KEPT" + property);
                assertThat(Integer.parseInt(machine.value(table, 0, action.get(0), 2)))
                        .as("after the search, before the conditions and before the old version goes")
                        .isBetween(51, 99);
                assertThat(machine.value(table, 0, "AppSearch", 2)).isEqualTo("50");
                assertThat(machine.value(table, 0, "LaunchConditions", 2)).isEqualTo("100");
            }
        }
    }

    @Test
    void aWrongPropertyIsRefusedWithASentenceAndNeverKeepsAnybodyFromRemoving()
            throws IOException, InterruptedException {
        assertThat(machine.rows("LaunchCondition"))
                .extracting(row -> row.get(1))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("BACKEND is the backend's address"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("KIOSK is true or false"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("UPDATES is tell or off"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("PROXY is system, none"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Trunkline needs Windows 10"));
        assertThat(machine.value("LaunchCondition", 0, "Installed OR WINDOWSBUILD >= 17134", 1))
                .as("sockets that are files")
                .contains("version 1803", "Server 2019");
        assertThat(machine.rows("RegLocator")).anySatisfy(row -> assertThat(row).contains("CurrentBuildNumber"));
        assertThat(machine.rows("LaunchCondition"))
                .extracting(row -> row.get(0))
                .allSatisfy(condition -> assertThat(condition).matches("Installed OR .*|NOT WIX_DOWNGRADE_DETECTED"));
    }

    @Test
    void onePersonsPackageWritesNoPoliciesSinceWindowsWouldRefuse() throws IOException, InterruptedException {
        assertThat(user.rows("Registry")).extracting(row -> row.get(2)).noneMatch(key -> key.contains("Policies"));
        assertThat(user.rows("Registry")).extracting(row -> row.get(1)).containsOnly("1");
    }

    @Test
    void onePersonsFoldersAreAllRemoved() throws IOException, InterruptedException {
        assertThat(user.rows("RemoveFile"))
                .extracting(row -> row.get(3))
                .containsExactlyInAnyOrderElementsOf(user.rows("Directory").stream()
                        .map(row -> row.get(0))
                        .filter(id -> !List.of("TARGETDIR", "LocalAppDataFolder", "ProgramMenuFolder")
                                .contains(id))
                        .toList());
    }

    /// wixl before 0.102 knows no Secure and leaves these out of the table, so the definition is read for them.
    @Test
    void propertiesReachTheElevatedHalfOfAnInstallation() throws IOException, InterruptedException {
        assertThat(machine.properties().get("SecureCustomProperties"))
                .contains("WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED");
        var definition = Checkout.xml("installer/windows/trunkline.wxs");
        for (var property : MANAGED) {
            assertThat(Checkout.elements(definition, "Property"))
                    .filteredOn(element -> element.getAttribute("Id").equals(property))
                    .singleElement()
                    .satisfies(element ->
                            assertThat(element.getAttribute("Secure")).isEqualTo("yes"));
        }
    }

    private static int sequence(Msi msi, String action) throws IOException, InterruptedException {
        return Integer.parseInt(msi.value("InstallExecuteSequence", 0, action, 2));
    }
}
