package io.trunkline.desktop;

import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.ToneSound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;

/// The real desktop of one agent, signed in to a running centre, touched through its screen only.
final class RunningDesk extends Screen implements AutoCloseable {
    private final Stage stage;
    private final Program program;

    private RunningDesk(Stage stage, Program program) {
        super(stage);
        this.stage = stage;
        this.program = program;
    }

    static RunningDesk signIn(String backend, String tenant, String email, String password, Path home)
            throws IOException {
        return signIn(backend, tenant, email, password, home, new ToneSound(440));
    }

    /// `sound` is this agent's microphone and loudspeaker.
    static RunningDesk signIn(String backend, String tenant, String email, String password, Path home, ToneSound sound)
            throws IOException {
        var desk = begin(backend, tenant, email, password, home, sound, List.of());
        desk.until("the desk of " + email, () -> desk.shows(".rail"));
        return desk;
    }

    /// A screen on a wall.
    static RunningDesk wall(String backend, String tenant, String email, String password, Path home)
            throws IOException {
        var desk = begin(backend, tenant, email, password, home, new ToneSound(440), List.of("--kiosk"));
        desk.until("the wallboard of " + email, () -> desk.shows(".wallboard"));
        return desk;
    }

    private static RunningDesk begin(
            String backend, String tenant, String email, String password, Path home, ToneSound sound, List<String> more)
            throws IOException {
        Files.createDirectories(home);
        var secret = Files.writeString(home.resolve("password"), password);
        var own = AppFolder.at(home);
        var words = new ArrayList<>(List.of(
                "--headless",
                "--backend",
                backend,
                "--tenant",
                tenant,
                "--email",
                email,
                "--password-file",
                secret.toString()));
        words.addAll(more);
        var options = Options.parse(words);
        return Fx.on(() -> {
            var stage = new Stage();
            var activities = new Activities();
            var work = new FxWork(activities);
            var file = new PreferencesFile(own.file("settings.properties"));
            var settings = new SettingsViewModel(file.read(), file, work);
            var window = new MainWindow(stage, settings);
            var program = new Program(
                    new Given(options, ManagedSettings.NONE),
                    new Entrance(own, Trust.JAVA, Clock.systemUTC()),
                    Surroundings.of(
                            work,
                            activities,
                            Trust.JAVA,
                            own,
                            LogFiles.start(own),
                            settings,
                            sound::device,
                            window,
                            _ -> {}));
            program.begin();
            return new RunningDesk(stage, program);
        });
    }

    @Override
    public void close() {
        Fx.run(program::close);
        Fx.close(stage);
    }
}
