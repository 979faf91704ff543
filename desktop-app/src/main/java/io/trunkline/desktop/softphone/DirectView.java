package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2AL;

/// The call with a colleague above the offers, and how the last one ended; takes no room while there is neither.
final class DirectView extends VBox {
    private final DirectViewModel model;

    DirectView(DirectViewModel model) {
        this.model = model;
        getStyleClass().add("direct");
        getStylesheets().add(Theme.sheet(DirectView.class, "softphone.css"));
        WhileShown.subscribe(
                this,
                () -> Subscription.combine(
                        model.state().subscribe(_ -> draw()), model.word().subscribe(_ -> draw())));
    }

    private void draw() {
        getChildren().clear();
        switch (model.state().get()) {
            case DirectViewModel.State.None _ -> {}
            case DirectViewModel.State.Rung(var by) -> getChildren().add(DirectCard.rung(model, by));
            case DirectViewModel.State.Calling(var who) -> getChildren().add(DirectCard.calling(model, who));
            case DirectViewModel.State.Talking(var who, var since) ->
                getChildren().add(DirectCard.talking(model, who, since));
        }
        if (!model.word().get().isEmpty()) {
            getChildren().add(word(model.word().get()));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private HBox word(String text) {
        var label = Type.BODY.wrapped(text);
        label.setId("direct-word");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var close = new IconButton(Material2AL.CLOSE, Text.of("softphone.direct.close"), model::forgetWord);
        close.getStyleClass().add("inside");
        var row = new HBox(label, close);
        row.getStyleClass().add("word");
        return row;
    }
}
