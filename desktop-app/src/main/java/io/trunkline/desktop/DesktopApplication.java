package io.trunkline.desktop;

import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.SingleInstance;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.SystemSound;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import io.trunkline.desktop.softphone.device.WebViewVoiceDevice;
import java.io.IOException;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// JavaFX's way in and out; everything else is [Program]. Public because JavaFX makes it.
public class DesktopApplication extends Application {
    private Optional<Program> program = Optional.empty();
    private Optional<SingleInstance> instance = Optional.empty();

    /// Makes that by which the agents of this program talk.
    VoiceDevices voice() {
        return (credentials, listener) -> new WebViewVoiceDevice(credentials, listener, new SystemSound());
    }

    @Override
    public void start(Stage stage) throws IOException {
        var options = Options.parse(getParameters().getRaw());
        var folder = options.home().isPresent() ? AppFolder.at(options.home().get()) : AppFolder.ofThisPerson();
        instance = SingleInstance.claim(folder);
        if (instance.isEmpty()) {
            System.out.println("Trunkline is running already; its window comes to the front.");
            Platform.exit();
            return;
        }
        var activities = new Activities();
        var work = new FxWork(activities);
        var file = new PreferencesFile(folder.file("settings.properties"));
        var settings = new SettingsViewModel(file.read(), file, work);
        var window = new MainWindow(stage, settings);
        var running = new Program(options, Surroundings.of(work, activities, folder, settings, voice(), window));
        program = Optional.of(running);
        instance.get().onKnock(work, window.front()::raise);
        running.begin();
    }

    @Override
    public void stop() throws IOException {
        program.ifPresent(Program::close);
        if (instance.isPresent()) {
            instance.get().close();
        }
        // what a library left running must not keep the program alive
        System.exit(program.map(Program::exitCode).orElse(0));
    }
}
