package io.trunkline.desktop.updates;

import io.trunkline.desktop.kit.control.SetByIt;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The part of the settings that tells which program this is, and whether there is a newer one.
final class UpdatesPane extends HBox {
    private final UpdatesViewModel model;
    private final Label words = Type.BODY.wrapped("");
    private final Button check = new Button(Text.of("updates.check.name"));
    private final Button get = new Button(Text.of("updates.get.name"));

    UpdatesPane(UpdatesViewModel model) {
        this.model = model;
        getStyleClass().add("updates");
        getStylesheets().add(Theme.sheet(UpdatesPane.class, "updates.css"));
        words.setId("updates-words");
        check.setId("updates-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(_ -> model.ask());
        get.setMinWidth(USE_PREF_SIZE);
        get.setOnAction(_ -> model.get());
        getChildren().add(words);
        if (model.tells()) {
            getChildren().addAll(get, check);
        } else {
            getChildren().add(new SetByIt());
        }
        WhileShown.subscribe(
                this,
                () -> Subscription.combine(
                        model.state().subscribe(_ -> show()), model.newer().subscribe(_ -> show())));
    }

    private void show() {
        words.setText(model.tells() ? told() : Text.of("updates.state.off", model.own()));
        check.setDisable(model.state().get() == UpdatesViewModel.State.ASKING);
        var where = model.newer().get().flatMap(Newer::where);
        get.setVisible(where.isPresent());
        get.setManaged(where.isPresent());
        where.flatMap(Where::sum)
                .ifPresent(sum -> words.setText(words.getText() + "\n" + Text.of("updates.get.sum", sum)));
    }

    private String told() {
        return switch (model.state().get()) {
            case UNKNOWN -> Text.of("updates.state.unknown", model.own());
            case ASKING -> Text.of("updates.state.asking", model.own());
            case NEWEST -> Text.of("updates.state.newest", model.own());
            case NEWER ->
                Text.of(
                        "updates.state.newer",
                        model.own(),
                        model.newer().get().map(Newer::version).orElse(""));
            case FAILED -> Text.of("updates.state.failed", model.own());
        };
    }
}
