package io.trunkline.desktop.updates;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.AppMark;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Draws the page of a program that is too old: which is needed, where it is, and that nothing is lost.
public final class TooOldView extends StackPane {
    private final TooOldViewModel model;
    private final Label needed = Type.BODY.wrapped("");
    private final Label where = Type.LABEL.wrapped("", Type.MUTED);
    private final Button again = new Button(Text.of("updates.old.again"));
    private final Button get = new Button(Text.of("updates.old.get"));

    public TooOldView(TooOldViewModel model) {
        this.model = model;
        getStyleClass().add("too-old");
        getStylesheets().add(Theme.sheet(TooOldView.class, "updates.css"));
        needed.setId("too-old-needed");
        where.setId("too-old-where");
        var head = new HBox(new AppMark(), Type.TITLE.wrapped(Text.of("updates.old.title")));
        head.getStyleClass().add("head");
        var card = new VBox(head, needed, Type.BODY.wrapped(Text.of("updates.old.kept")), verbs(), where);
        card.getStyleClass().add("card");
        getChildren().add(card);
        WhileShown.subscribe(
                this,
                () -> Subscription.combine(
                        model.needed().subscribe(_ -> show()), model.where().subscribe(_ -> show())));
    }

    private HBox verbs() {
        get.setId("too-old-get");
        get.setDefaultButton(true);
        get.getStyleClass().add(Styles.ACCENT);
        get.setOnAction(_ -> model.get());
        again.setId("too-old-again");
        again.setOnAction(_ -> model.again());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var row = new HBox(room, again, get);
        row.getStyleClass().add("verbs");
        return row;
    }

    private void show() {
        needed.setText(model.needed()
                .get()
                .map(version -> Text.of("updates.old.needed", version, model.own()))
                .orElseGet(() -> Text.of("updates.old.newer", model.own())));
        var there = model.where().get();
        get.setVisible(there.isPresent());
        get.setManaged(there.isPresent());
        (there.isPresent() ? get : again).requestFocus();
        where.setText(there.map(TooOldView::told).orElseGet(() -> Text.of("updates.old.ask")));
    }

    private static String told(Where where) {
        return where.address()
                + where.sum().map(sum -> "\n" + Text.of("updates.get.sum", sum)).orElse("");
    }
}
