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
import io.trunkline.desktop.softphone.device.SilentDevice;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/// A program of the test's own, from its start to its end, seen through its window.
final class Started implements AutoCloseable {
    final List<URI> browsed = new CopyOnWriteArrayList<>();
    final Stage stage;
    private final LogFiles logs;
    private final Program program;

    Started(Path folder, ManagedSettings managed, String... words) throws IOException {
        this(folder, managed, (_, _) -> new SilentDevice(), words);
    }

    Started(Path folder, ManagedSettings managed, VoiceDevices voice, String... words) throws IOException {
        var own = AppFolder.at(folder);
        logs = LogFiles.start(own);
        stage = Fx.on(Stage::new);
        program = Fx.on(() -> {
            var activities = new Activities();
            var work = new FxWork(activities);
            var file = new PreferencesFile(own.file("settings.properties"));
            var settings = new SettingsViewModel(file.read(), file, work);
            var window = new MainWindow(stage, settings);
            var given = new Given(Options.parse(List.of(words)), managed);
            return new Program(
                    given,
                    new Entrance(own, Trust.JAVA, Clock.systemUTC()),
                    Surroundings.of(work, activities, Trust.JAVA, own, logs, settings, voice, window, browsed::add));
        });
        Fx.on(() -> {
            program.begin();
            return true;
        });
    }

    void until(String selector) {
        Fx.until(() -> shows(selector));
    }

    boolean shows(String selector) {
        var node = find(selector);
        return node != null && node.isVisible();
    }

    void write(String selector, String text) {
        until(selector);
        Fx.run(() -> ((TextInputControl) find(selector)).setText(text));
    }

    void press(String selector) {
        Fx.until(() -> shows(selector) && !find(selector).isDisabled());
        Fx.run(() -> {
            switch (find(selector)) {
                case ButtonBase button -> button.fire();
                case Node other -> throw new IllegalStateException(other + " cannot be pressed");
            }
        });
    }

    String text(String selector) {
        until(selector);
        return Fx.on(() -> switch (find(selector)) {
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            case Node other -> other.toString();
        });
    }

    Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    @Override
    public void close() {
        Fx.run(program::close);
        Fx.close(stage);
        logs.close();
    }
}
