package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.AgeStrip;
import io.trunkline.desktop.kit.control.Overlay;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.theme.Theme;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window of a signed-in agent: rail at the left, bar at the top, one page in the rest.
final class ShellView extends StackPane {
    private final Frame frame;
    private final StackPane middle = new StackPane();
    private final Overlay over = new Overlay();
    private final Map<Place, Node> drawn = new EnumMap<>(Place.class);

    ShellView(Frame frame) {
        this.frame = frame;
        getStyleClass().add("shell");
        getStylesheets().add(Theme.sheet(ShellView.class, "shell.css"));
        middle.getStyleClass().add("page");
        VBox.setVgrow(middle, Priority.ALWAYS);
        var offline = new AgeStrip(frame.ticker(), "shell.offline.age");
        WhileShown.subscribe(
                offline,
                () -> frame.offlineSince().subscribe(since -> offline.since().set(since)));
        var banner = new ProblemBanner();
        banner.getStyleClass().add("of-window");
        WhileShown.subscribe(
                banner,
                () -> frame.presence()
                        .trouble()
                        .subscribe(told -> banner.troubleProperty().set(told)));
        var window = new BorderPane();
        window.setLeft(new Rail(frame.navigator(), frame.pages(), this::showKeys));
        window.setCenter(new VBox(new TopBar(frame), offline, banner, middle));
        over.setId("over");
        getChildren().addAll(window, over);
        // the first Tab leads into the page, and no button looks chosen before somebody chooses
        middle.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                middle.requestFocus();
            }
        });
        WhileShown.subscribe(this, () -> frame.navigator().target().subscribe(target -> open(target.place())));
    }

    void showKeys() {
        if (over.isShown()) {
            over.hide();
        } else {
            over.show(new KeysOverview(frame.shortcuts(), over));
        }
    }

    void lay(Region sheet) {
        over.show(sheet);
    }

    void clear() {
        over.hide();
    }

    private void open(Place place) {
        frame.pages().stream()
                .filter(page -> page.place() == place)
                .findFirst()
                .ifPresent(page -> middle.getChildren()
                        .setAll(drawn.computeIfAbsent(place, _ -> page.view().get())));
    }
}
