package io.trunkline.desktop.login;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.AppMark;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the pages before the desk have in common: a card in the middle with the program's sign, a title, what went
/// wrong, and the page's own.
abstract class Card extends StackPane {
    private final VBox card;
    private final ProblemBanner banner = new ProblemBanner();

    Card(String title, ObservableValue<? extends @Nullable Trouble> trouble) {
        getStyleClass().add("login");
        getStylesheets().add(Theme.sheet(Card.class, "login.css"));
        WhileShown.subscribe(
                banner, () -> trouble.subscribe(told -> banner.troubleProperty().set(told)));
        var head = new HBox(new AppMark(), Type.TITLE.wrapped(title));
        head.getStyleClass().add("head");
        card = new VBox(head, banner);
        card.getStyleClass().add("card");
        getChildren().add(card);
    }

    /// What is told is only a warning while this holds.
    final void warnsWhile(ObservableValue<Boolean> only) {
        WhileShown.subscribe(banner, () -> only.subscribe(banner::warn));
    }

    final void fill(List<? extends Node> content) {
        card.getChildren().addAll(content);
    }

    static void focusWhenShown(Node node) {
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                node.requestFocus();
            }
        });
    }

    static Node named(String key, Node field) {
        var name = Type.LABEL.of(Text.of(key), Type.MUTED);
        name.setLabelFor(field);
        var box = new VBox(name, field);
        box.getStyleClass().add("named");
        return box;
    }

    /// The button with a bar below that moves while it works.
    static Node verb(Node button, ObservableValue<Boolean> trying, String key) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of(key));
        bar.visibleProperty().bind(trying);
        var box = new VBox(button, bar);
        box.getStyleClass().add("verb");
        return box;
    }
}
