package io.trunkline.installer.linux;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.desktop.Caller;
import io.trunkline.desktop.Waits;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Program;
import io.trunkline.launcher.Rest;
import io.trunkline.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Both Debian packages on this machine, from their installation to the last file they leave: the backend runs by its
/// unit's own line as its own user, an agent takes a call in the installed desktop, both are upgraded and removed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ETC = Path.of("/etc/trunkline");
    private static final Path OURS = TARGET.resolve("installed-by-the-check");
    private static final String DESKTOP = Product.DESKTOP.name();
    private static final String BACKEND = Product.BACKEND.name();
    private static final Pattern ONCE = Pattern.compile("password +(\\S+)");
    private static final String NOTE = "Half a note, not sent yet";

    @TempDir
    static Path folder;

    private Build build;
    private Centre centre;
    private SortedSet<String> before;
    private Path beforeUpgrade;

    @BeforeAll
    void bothAreInstalledAndTheBackendRuns() throws IOException {
        assumeTrue(Commands.there("dpkg"), "Installing is tried where there is dpkg; here it is not.");
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "Installing is tried as root only, and this is not root.");
        assumeTrue(
                Files.exists(OURS) || !(Installed.there(Product.BACKEND) || Installed.there(Product.DESKTOP)),
                "Trunkline is installed on this machine; the check would take it away, and its data.");
        var checkout = Path.of("..").toAbsolutePath().normalize();
        build = new Build(
                checkout, System.getProperty("trunkline.version"), true, Instant.EPOCH, TARGET.resolve("packages"));
        if (Files.exists(OURS)) {
            Installed.purge(DESKTOP, BACKEND);
        }
        // the service's user has to come through to what is tried as that user
        Trees.mode(folder, "rwxr-xr-x");
        before = Installed.onTheDisk();
        Files.writeString(OURS, "What a check that was broken off left installed may be purged.");
        Installed.install(Installed.deb(build, DESKTOP), Installed.deb(build, BACKEND));
        centre = Centre.start(
                Plan.test(checkout, folder.resolve("centre")),
                Map.of("TRUNKLINE_TELEPHONY_AGENT_GRACE", "2m"),
                this::serve);
        Demo.seed(centre);
    }

    @AfterAll
    void nothingIsLeftRunningOrInstalled() throws IOException {
        if (centre != null) {
            centre.close();
        }
        if (Files.exists(OURS)) {
            Installed.purge(DESKTOP, BACKEND);
            Commands.run("userdel", "trunkline");
            Trees.remove(GuideLines.BACKUPS);
            Files.delete(OURS);
        }
    }

    @Test
    @Order(1)
    void startsWithItsCacheForAnybodyOnTheMachine() {
        var said = Commands.run(
                Path.of("/"),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on", "HOME", "/nonexistent"),
                List.of(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "/usr/bin/trunkline-desktop",
                        "--help"));

        assertThat(said).contains("Trunkline desktop");
    }

    @Test
    @Order(2)
    void theBackendRunsAsItsOwnUserAndKeepsItsDataWhereThePackageSays() throws IOException {
        assertThat(Commands.run(
                        "ps",
                        "-o",
                        "user=",
                        "-p",
                        String.valueOf(centre.backendProgram().pid())))
                .isEqualToIgnoringWhitespace("trunkline");
        assertThat(Files.readString(ETC.resolve("backend.env"))).contains("PASSWORD");
        assertThat(Commands.run("stat", "-c", "%a %U:%G", "/etc/trunkline/backend.env", "/var/lib/trunkline-backend"))
                .isEqualTo("640 root:trunkline\n750 trunkline:trunkline\n");
        assertThat(Path.of("/var/lib/trunkline-backend/postgres/data/PG_VERSION"))
                .exists();
        assertThat(Commands.run("find", "/var/lib/trunkline-backend", "!", "-user", "trunkline"))
                .isEmpty();
        assertThat(Files.readString(Path.of(
                        "/proc/%d/cmdline".formatted(centre.backendProgram().pid()))))
                .as("no secret on the command line")
                .doesNotContain(centre.secrets().password(), centre.secrets().authToken());
    }

    @Test
    @Order(3)
    void theFirstDayAndABackupAreDoneByTheInstalledCommandBesideTheRunningBackend() throws IOException {
        assertThat(Installed.backend("--check-config")).contains("The settings are right.");
        var said = Installed.backend(
                "init",
                "--tenant",
                "first-day",
                "--name",
                "First day",
                "--email",
                "ada@first.example",
                "--time-zone",
                "Europe/Madrid",
                "--country",
                "ES");
        var once = ONCE.matcher(said).results().findFirst().orElseThrow().group(1);
        var who = Map.of("tenant", "first-day", "email", "ada@first.example", "password", once);
        assertThatThrownBy(() -> Rest.to(centre.backendAddress()).post("/api/v1/login", who))
                .hasMessageContaining("403")
                .hasMessageContaining(Problem.PASSWORD_CHANGE_REQUIRED);
        var own = new HashMap<>(who);
        own.put("newPassword", "a harbour full of lanterns");
        assertThat(Rest.to(centre.backendAddress())
                        .post("/api/v1/login/password", own)
                        .path("accessToken")
                        .asText())
                .isNotEmpty();

        var archive = "/var/lib/trunkline-backend/first-day.zip";
        assertThat(Installed.backend("backup", archive)).contains("Written to " + archive);
        assertThat(Commands.run("stat", "-c", "%a %U", archive)).isEqualTo("600 trunkline\n");
    }

    @Test
    @Order(3)
    void rootsDiagnosticsReadTheJournalWhichTheServiceMayNot() throws IOException {
        // in place of the journal: who asks for it
        var journal = Files.writeString(folder.resolve("journalctl"), "#!/bin/sh\nid -Gn\n");
        Trees.mode(journal, "rwxr-xr-x");
        assumeTrue(Files.readString(Path.of("/etc/group")).contains("systemd-journal:"), "No group systemd-journal.");

        var said = Commands.run(
                Path.of("/"),
                Map.of("PATH", folder + ":/usr/bin:/bin"),
                List.of("/usr/bin/trunkline-backend", "diagnostics", "--show"));

        assertThat(said).contains("\ntrunkline systemd-journal\n");
        assertThat(Commands.run("id", "-Gn", "trunkline")).isEqualTo("trunkline\n");
    }

    @Test
    @Order(4)
    void anAgentTakesACallInTheInstalledDesktop() throws IOException {
        var pictures = TARGET.resolve("pictures");
        Trees.remove(pictures);
        centre.simulator()
                .post(
                        "/control/calls",
                        Map.of("from", "+12025550190", "to", Demo.NUMBER, "digits", "3", "patience", 300));
        Commands.run(
                folder,
                Map.of("TRUNKLINE_PASSWORD", centre.secrets().password()),
                List.of(
                        "/opt/trunkline-desktop/bin/Trunkline",
                        "--headless",
                        "--backend",
                        centre.backendAddress().toString(),
                        "--tenant",
                        Demo.TENANT,
                        "--email",
                        Demo.AGENT,
                        "--home",
                        folder.resolve("lena").toString(),
                        "--tour",
                        pictures.toString()));

        try (var saved = Files.list(pictures)) {
            assertThat(saved.map(file -> String.valueOf(file.getFileName())).collect(joining(" ")))
                    .contains("sign-in", "offer", "call", "wrap-up", "wallboard");
        }
        var call =
                supervisor().get("/api/v1/interactions?limit=1").path("items").path(0);
        assertThat(call.path("state").asText()).isIn("WRAPPING", "COMPLETED");
    }

    @Test
    @Order(5)
    void theGuidesOwnLinesBackUpAndRestore() throws IOException {
        var calls = calls();

        var archive = GuideLines.backUp();
        assertThat(GuideLines.rehearse(archive)).contains("Restored from " + archive);
        GuideLines.restore(archive, centre);

        assertThat(calls()).isEqualTo(calls).isNotEmpty();
        assertThat(Path.of("/var/lib/trunkline-backend/before/postgres/data/PG_VERSION"))
                .exists();
        assertThat(Commands.run("stat", "-c", "%a %U", archive.toString(), GuideLines.BACKUPS.toString()))
                .isEqualTo("600 trunkline\n700 trunkline\n");
    }

    @Test
    @Order(6)
    void anUpgradeKeepsSettingsDataAndAnUnsentNote() throws IOException {
        var higher = higher();
        assertThat(GuideLines.look(Installed.deb(higher, BACKEND), Files.createDirectory(folder.resolve("next"))))
                .contains("The settings are right.");
        var home = folder.resolve("marco");
        var desk = Installed.desk(
                home,
                "--backend",
                centre.backendAddress().toString(),
                "--tenant",
                Demo.TENANT,
                "--email",
                Demo.SECOND_AGENT,
                "--password-file",
                password().toString());
        until("the desk", () -> desk.shows(".rail"));
        var marco = Demo.signIn(
                centre.backend(), Demo.SECOND_AGENT, centre.secrets().password());
        marco.put("/api/v1/presence", Map.of("command", UUID.randomUUID(), "state", "AVAILABLE"));
        Caller.phones(centre.simulator(), "+12025550191", "3");
        until("the offer", () -> desk.shows("#answer"));
        desk.act("press #answer");
        until("the call", () -> desk.shows("#call-line"));
        desk.act("write #note " + NOTE);
        until("the draft is kept", () -> desk.act("text #saved").contains("kept"));
        desk.kill();
        var calls = calls();
        Files.writeString(ETC.resolve("desktop.properties"), "updates = off\n", StandardOpenOption.APPEND);
        var yaml = Files.readString(ETC.resolve("backend.yaml"));
        var env = Files.readString(ETC.resolve("backend.env"));

        Installed.install(Installed.deb(higher, DESKTOP));
        beforeUpgrade = GuideLines.upgrade(Installed.deb(higher, BACKEND), centre);

        assertThat(Installed.version(Product.DESKTOP)).isEqualTo(higher.debianVersion());
        assertThat(Installed.version(Product.BACKEND)).isEqualTo(higher.debianVersion());
        assertThat(ETC.resolve("desktop.properties")).content().contains("updates = off");
        assertThat(ETC.resolve("backend.yaml")).hasContent(yaml);
        assertThat(ETC.resolve("backend.env")).hasContent(env);
        centre.startBackendAgain();
        assertThat(calls()).isEqualTo(calls);
        try (var again = Installed.desk(home)) {
            until("the desk without a password", () -> again.shows(".rail"));
            until(
                    "the note",
                    () -> again.shows("#note") && again.act("text #note").equals(NOTE));
            again.act("picture upgraded");
        }
    }

    @Test
    @Order(7)
    void refusesADowngradeWithASentence() {
        for (var product : List.of(Product.DESKTOP, Product.BACKEND)) {
            var now = Installed.version(product);
            assertThat(Installed.refused(Installed.deb(build, product.name())))
                    .contains(
                            "%s %s is installed and %s is older".formatted(product.name(), now, build.debianVersion()))
                    .contains("Nothing was changed")
                    .contains("remove the newer one first, and do not purge it");
            assertThat(Installed.version(product)).isEqualTo(now);
        }
    }

    @Test
    @Order(8)
    void goesBackToTheOlderBackendByTheGuidesOwnLinesAndLosesNothingFromBeforeTheUpgrade() throws IOException {
        var calls = calls();

        GuideLines.goBack(beforeUpgrade, Installed.deb(build, BACKEND), centre);

        assertThat(Installed.version(Product.BACKEND)).isEqualTo(build.debianVersion());
        assertThat(calls()).isEqualTo(calls).isNotEmpty();
        assertThat(Path.of("/var/lib/trunkline-backend/newer/postgres/data/PG_VERSION"))
                .exists();
    }

    @Test
    @Order(9)
    void leavesOnlyWhatTheListOfLeftoversSays() throws IOException {
        centre.close();
        var said = Installed.remove(DESKTOP, BACKEND);
        assertThat(said).contains("/var/lib/trunkline-backend, until the package is purged");
        assertThat(Path.of("/var/lib/trunkline-backend/postgres/data/PG_VERSION"))
                .exists();
        assertThat(ETC.resolve("backend.env")).exists();
        assertThat(Path.of(Product.DESKTOP.home())).doesNotExist();
        assertThat(Path.of(Product.BACKEND.home())).doesNotExist();

        assertThat(Installed.purge(DESKTOP, BACKEND)).contains("Removing /var/lib/trunkline-backend with its database");

        var left = new TreeSet<>(Installed.onTheDisk());
        left.removeAll(before);
        assertThat(left)
                .as("backups, said in LEFTOVERS.md")
                .contains("/var/backups/trunkline")
                .allMatch(file -> file.startsWith("/var/backups/trunkline"));
        assertThat(Commands.run("getent", "passwd", "trunkline"))
                .as("said in LEFTOVERS.md")
                .contains("trunkline");
        assertThat(Path.of("linux/LEFTOVERS.md")).content().contains("`trunkline` stays");
    }

    /// Settings go where an administrator writes them: addresses into the file, secrets into the other.
    private Program serve(Plan plan, Map<String, String> settings) {
        try {
            var port = settings.get("TRUNKLINE_HTTP_PORT");
            var yaml = Files.readString(ETC.resolve("backend.yaml"))
                    .replace("#port: 8080", "port: " + port)
                    .replace("#public-url: https://centre.example.com", "public-url: http://127.0.0.1:" + port)
                    .replace("#port: 54329", "port: " + settings.get("TRUNKLINE_DATABASE_EMBEDDED_PORT"));
            Files.writeString(ETC.resolve("backend.yaml"), yaml);
            var secrets = settings.entrySet().stream()
                    .filter(entry -> entry.getKey().matches("TRUNKLINE_(BOOTSTRAP|TELEPHONY_AGENT).*"))
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .sorted()
                    .collect(joining("\n", "", "\n"));
            if (!Files.readString(ETC.resolve("backend.env")).contains(secrets)) {
                Files.writeString(ETC.resolve("backend.env"), secrets, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Unit.installed().start(plan.data().resolve("logs"));
    }

    private Path password() throws IOException {
        return Files.writeString(folder.resolve("password"), centre.secrets().password());
    }

    private Rest supervisor() {
        return Demo.signIn(centre.backend(), Demo.SUPERVISOR, centre.secrets().password());
    }

    private List<String> calls() {
        var items = supervisor().get("/api/v1/interactions?limit=50").path("items");
        return items.findValuesAsText("id");
    }

    private Build higher() throws IOException {
        var higher = build.as("99.0.0", TARGET.resolve("higher"));
        for (var product : List.of(Product.DESKTOP, Product.BACKEND)) {
            Deb.of(higher, AppImage.made(higher, product), new SystemFiles(higher, product));
        }
        return higher;
    }

    private static void until(String what, Supplier<Boolean> condition) {
        Waits.until(what, PATIENCE, condition);
    }
}
