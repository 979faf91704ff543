package io.trunkline.desktop;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.os.Front;
import io.trunkline.desktop.settings.Preferences;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.settings.WindowPlace;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The one window: its place is remembered, its look and language follow the settings.
final class MainWindow {
    static final String TITLE = "Trunkline";
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final SettingsViewModel settings;
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final Front front;

    MainWindow(Stage stage, SettingsViewModel settings) {
        this.stage = stage;
        this.settings = settings;
        front = new Front(stage);
        settings.now().subscribe(MainWindow::follow);
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(() -> follow(settings.now().get()));
        Theme.dress(scene);
        // the desk changes the root itself
        var sinceStart = new SinceStart();
        scene.rootProperty().subscribe(_ -> sinceStart.tellWhenDrawn(scene));
        stage.setScene(scene);
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.getIcons().add(Mark.image());
        titled("");
        settings.now().get().window().ifPresent(this::place);
    }

    Scene scene() {
        return scene;
    }

    Front front() {
        return front;
    }

    void show(Parent root) {
        scene.setRoot(root);
        stage.show();
    }

    /// The name of whoever is signed in stands in the title, so that two windows can be told apart.
    void titled(String who) {
        stage.setTitle(who.isEmpty() ? TITLE : who + " – " + TITLE);
    }

    /// Over the whole screen from now on; `end` is called by the one key for it.
    void fill(Runnable end) {
        FullScreen.fill(stage, end);
    }

    /// Keeps where it is for the next start.
    void remember() {
        var place =
                new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        settings.change(before -> before.with(place));
    }

    /// On a screen that is no longer there it would not be seen: then the system places it.
    private void place(WindowPlace place) {
        if (Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty()) {
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    private static void follow(Preferences now) {
        if (Theme.shade().get() != now.shade().shade() || !Theme.worn()) {
            Theme.wear(now.shade().shade());
        }
        Text.speak(now.language());
    }
}
