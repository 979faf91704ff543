package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.SilentDevice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program against a backend over TCP, from start to end and to the next start.
class ProgramTest {
    @TempDir
    Path folder;

    private final List<Program> running = new ArrayList<>();
    private final List<URI> browsed = new ArrayList<>();
    private ManagedSettings managed = ManagedSettings.NONE;
    private SmallBackend backend;
    private Stage stage;
    private LogFiles logs;

    @BeforeEach
    void start() throws IOException {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
        backend = new SmallBackend();
    }

    @AfterEach
    void end() {
        Fx.run(() -> running.forEach(Program::close));
        Fx.close(stage);
        logs.close();
        backend.close();
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @Test
    void signsInAfterAWrongPasswordAndOutAgain() throws IOException {
        begin(
                "--email",
                "ben@demo.example",
                "--tenant",
                "demo",
                "--backend",
                backend.address().toString());
        password("secrt");
        Fx.until(() -> shows(".problem-banner"));
        password("secret");
        Fx.until(() -> shows(".rail"));

        assertThat(Fx.on(stage::getTitle)).isEqualTo("Ben Okafor – Trunkline");
        assertThat(folder.resolve("session")).content().isEqualTo("token-2");
        assertThat(everythingKept()).doesNotContain("secret", "secrt");

        Fx.run(() -> ((Button) find("#rail-SETTINGS")).fire());
        Fx.run(() -> ((Button) find("#sign-out")).fire());
        Fx.until(() -> shows("#login-sign-in"));
        Fx.until(() -> backend.asked.contains("logout"));
        assertThat(folder.resolve("session")).doesNotExist();
        assertThat(folder.resolve("agent")).doesNotExist();
    }

    @Test
    void goesOnWithTheLastSessionAtTheNextStart() throws IOException {
        signedInAndEnded();
        begin();
        Fx.until(() -> shows(".rail"));
        assertThat(backend.asked).contains("token/refresh");
    }

    @Test
    void opensTheDeskWithItsAgeWhileTheBackendDoesNotAnswer() throws IOException {
        signedInAndEnded();
        backend.close();
        begin();
        Fx.until(() -> shows(".rail"));
        Fx.until(() -> shows(".age-strip"));
        Fx.picture(stage, "program-offline");
    }

    @Test
    void asksAnewWhereTheSessionIsOver() throws IOException {
        signedInAndEnded();
        Files.writeString(folder.resolve("session"), "stale");
        begin();
        Fx.until(() -> shows("#login-sign-in"));
        assertThat(Fx.on(() -> ((TextField) find("#login-email")).getText())).isEqualTo("ben@demo.example");
    }

    private void signedInAndEnded() throws IOException {
        begin(
                "--email",
                "ben@demo.example",
                "--tenant",
                "demo",
                "--backend",
                backend.address().toString());
        password("secret");
        Fx.until(() -> shows(".rail"));
        Fx.run(() -> running.removeFirst().close());
        Fx.close(stage);
    }

    private void begin(String... words) throws IOException {
        var own = AppFolder.at(folder);
        logs = LogFiles.start(own);
        Fx.run(() -> {
            stage = new Stage();
            var activities = new Activities();
            var work = new FxWork(activities);
            var file = new PreferencesFile(own.file("settings.properties"));
            var settings = new SettingsViewModel(file.read(), file, work);
            var window = new MainWindow(stage, settings);
            running.add(new Program(
                    new Given(Options.parse(List.of(words)), managed),
                    new Entrance(own, Trust.JAVA, Clock.systemUTC()),
                    Surroundings.of(
                            work,
                            activities,
                            Trust.JAVA,
                            own,
                            logs,
                            settings,
                            (_, _) -> new SilentDevice(),
                            window,
                            browsed::add)));
        });
        Fx.on(() -> {
            running.getLast().begin();
            return true;
        });
        Fx.settle();
    }

    private void password(String typed) {
        Fx.until(() -> shows("#login-password"));
        Fx.run(() -> ((TextField) find("#login-password")).setText(typed));
        Fx.until(() -> !find("#login-sign-in").isDisabled());
        Fx.run(() -> ((Button) find("#login-sign-in")).fire());
    }

    private boolean shows(String selector) {
        var node = find(selector);
        return node != null && node.isVisible();
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String everythingKept() throws IOException {
        try (var files = Files.list(folder)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }
}
