package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.Badge;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2AL;

/// The way from page to page: icons with their names on hover and by keyboard, counts where something waits.
final class Rail extends VBox {
    static final double WIDTH = 56;

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Navigator navigator;

    Rail(Navigator navigator, List<Page> pages, Runnable help) {
        this.navigator = navigator;
        getStyleClass().add("rail");
        var gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        for (var page : pages) {
            if (page.place() == Place.SETTINGS) {
                getChildren().addAll(gap, helpButton(help));
            }
            getChildren().add(entry(page));
        }
    }

    private static Node helpButton(Runnable help) {
        var button = new IconButton(Material2AL.KEYBOARD, Text.of("shell.keys.show"), Shortcuts.HELP, help);
        button.getStyleClass().add("rail-button");
        return button;
    }

    private Node entry(Page page) {
        var look = PlaceLook.of(page.place());
        var name = Text.of(look.key());
        var button = new Button();
        button.setGraphic(Icons.large(look.icon()));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("icon-button", "flat", "rail-button");
        button.setId("rail-" + page.place().name());
        button.setOnAction(_ -> navigator.go(page.place()));
        Hover.say(button, name + "  " + Keys.shown(Shortcuts.to(page.place())));
        button.setAccessibleText(name);
        WhileShown.subscribe(
                button,
                () -> Subscription.combine(
                        page.badge().subscribe(count -> button.setAccessibleText(spoken(name, count.intValue()))),
                        navigator.target().subscribe(target -> mark(button, target.place() == page.place()))));
        var badge = new Badge(page.badge());
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        return new StackPane(button, badge);
    }

    private static void mark(Button button, boolean here) {
        button.pseudoClassStateChanged(HERE, here);
    }

    private static String spoken(String name, int count) {
        return count > 0 ? Text.of("shell.place.waiting", name, count) : name;
    }
}
