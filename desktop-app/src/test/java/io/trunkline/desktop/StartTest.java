package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.os.ManagedSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a start goes: the first of all, one that IT has arranged, one on a wall, one with a program that is too old.
class StartTest {
    @TempDir
    Path folder;

    private SmallBackend backend;

    @BeforeEach
    void start() throws IOException {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
        backend = new SmallBackend();
    }

    @AfterEach
    void end() {
        backend.close();
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @Test
    void theFirstStartAsksWhereTheBackendIsAndRemembersIt() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE)) {
            program.until("#where-address");
            program.write("#where-address", "not an address");
            program.press("#where-look");
            program.until(".problem-banner");
            program.write("#where-address", backend.address().toString());
            program.press("#where-look");
            assertThat(program.text("#login-where")).isEqualTo(backend.address().toString());
            signIn(program);
        }
        try (var program = new Started(folder, ManagedSettings.NONE)) {
            program.until(".rail");
        }
    }

    @Test
    void theAddressCanBeChangedFromTheSignInPageButNotWhereItHasSetIt() throws IOException {
        var given = new String[] {"--email", "ben@demo.example", "--backend", "http://127.0.0.1:1"};
        try (var program = new Started(folder, ManagedSettings.NONE, given)) {
            program.press("#login-elsewhere");
            program.write("#where-address", backend.address().toString());
            program.press("#where-look");
            assertThat(program.text("#login-where")).isEqualTo(backend.address().toString());
            signIn(program);
        }
        try (var program = new Started(folder.resolve("other"), managed(false), given)) {
            assertThat(program.text("#login-where")).isEqualTo(backend.address().toString());
            assertThat(program.text("#login-tenant")).isEqualTo("acme");
            assertThat(program.find("#login-elsewhere")).isNull();
            program.until(".set-by-it");
        }
    }

    @Test
    void anAddressKeptByAnEarlierProgramLeadsStraightToSignIn() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "backend=http\\://localhost\\:8080\n");
        try (var program = new Started(folder, ManagedSettings.NONE)) {
            assertThat(program.text("#login-where")).isEqualTo("http://localhost:8080");
        }
    }

    @Test
    void aOneTimePasswordLeadsOverChoosingAnOwnOneToTheDesk() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            program.write("#login-tenant", "demo");
            program.write("#login-password", "once-only-4711");
            program.press("#login-sign-in");
            program.write("#own-password", "four unrelated words");
            program.write("#own-again", "four unrelated words");
            program.press("#own-choose");
            program.until(".rail");
        }
        assertThat(kept()).doesNotContain("once-only-4711", "four unrelated");
    }

    @Test
    void aWallShowsTheWallboardAloneAndOnlyItsKeyEndsIt() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            signIn(program);
        }
        try (var program = new Started(folder, managed(true), "--view", "agent")) {
            program.until(".wallboard");
            program.until("#way-out");
            assertThat(program.find(".rail")).isNull();
            assertThat(program.find("#wallboard-full"))
                    .satisfiesAnyOf(
                            node -> assertThat(node).isNull(),
                            node -> assertThat(node.isVisible()).isFalse());
            assertThat(Fx.on(program.stage::isFullScreen)).isTrue();
            assertThat(Fx.on(() ->
                            program.stage.getFullScreenExitKeyCombination().match(null)))
                    .isFalse();
            Fx.press(program.stage.getScene().getRoot(), KeyCode.ESCAPE);
            assertThat(Fx.on(program.stage::isFullScreen)).isTrue();
            Fx.picture(program.stage, "kiosk");
        }
    }

    @Test
    void whoeverMayOnlyWatchOpensAWallWhichAsksForNothingElse() throws IOException {
        backend.onlyWatches = true;
        try (var program = new Started(folder, managed(true), words())) {
            program.write("#login-password", "secret");
            program.press("#login-sign-in");
            program.until(".wallboard .queue-tile");
            Fx.until(() -> backend.asked.containsAll(List.of("live", "presences")));
            Fx.picture(program.stage, "kiosk-watcher");
        }
        assertThat(Set.copyOf(backend.asked)).containsExactlyInAnyOrder("login", "wallboard", "presences", "live");
    }

    @Test
    void whoeverMayOnlyWatchIsToldSoWhereADeskWouldOpen() throws IOException {
        backend.onlyWatches = true;
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            program.write("#login-tenant", "demo");
            program.write("#login-password", "secret");
            program.press("#login-sign-in");
            program.until(".problem-banner");
            assertThat(Fx.on(() -> program.find(".problem-banner").getAccessibleText()))
                    .startsWith("This account is for wallboards");
            Fx.until(() -> backend.asked.contains("logout"));
            assertThat(folder.resolve("session")).doesNotExist();
        }
        assertThat(backend.asked).doesNotContain("desk", "live");
    }

    @Test
    void aWallGoesOnWithoutABackendUntilItIsBack() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            signIn(program);
        }
        backend.close();
        try (var program = new Started(folder, ManagedSettings.NONE, "--kiosk")) {
            program.until(".wallboard");
        }
    }

    @Test
    void aProgramThatIsTooOldShowsThePlainPageKeepsTheSignInAndGoesOnAfterwards() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            signIn(program);
        }
        backend.refusesAll = true;
        try (var program = new Started(folder, ManagedSettings.NONE)) {
            program.press("#too-old-get");
            assertThat(program.text("#too-old-needed")).contains("0.9.0");
            assertThat(program.browsed).containsExactly(URI.create("https://centre.example.com/get"));
            assertThat(folder.resolve("session")).exists();
            backend.refusesAll = false;
            program.press("#too-old-again");
            program.until(".rail");
        }
    }

    @Test
    void signingInWithAProgramThatIsTooOldShowsThePlainPage() throws IOException {
        backend.refusesAll = true;
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            program.write("#login-tenant", "demo");
            program.write("#login-password", "secret");
            program.press("#login-sign-in");
            program.until("#too-old-needed");
        }
    }

    @Test
    void becomingTooOldInTheMiddleOfASessionKeepsDraftsAndWhatWaits() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, words())) {
            signIn(program);
            try (var cache = Cache.open(folder.resolve(Samples.me().id().toString()), Clock.systemUTC())) {
                cache.drafts().keep("note:of-today", "will call back on Monday");
            }
            backend.refusesAll = true;
            // the live feed tries to come back, as after a restart of the backend
            program.until("#too-old-needed");
            assertThat(folder.resolve("session")).exists();
        }
        try (var cache = Cache.open(folder.resolve(Samples.me().id().toString()), Clock.systemUTC())) {
            assertThat(cache.drafts().of("note:of-today")).contains("will call back on Monday");
        }
    }

    private String[] words() {
        return new String[] {
            "--email", "ben@demo.example", "--backend", backend.address().toString()
        };
    }

    private ManagedSettings managed(boolean kiosk) {
        return new ManagedSettings(
                Optional.of(backend.address()),
                Optional.of("acme"),
                Optional.of(kiosk),
                Optional.of(false),
                Optional.empty(),
                List.of());
    }

    private static void signIn(Started program) {
        program.write("#login-tenant", "demo");
        program.write("#login-email", "ben@demo.example");
        program.write("#login-password", "secret");
        program.press("#login-sign-in");
        program.until(".rail");
    }

    private String kept() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
