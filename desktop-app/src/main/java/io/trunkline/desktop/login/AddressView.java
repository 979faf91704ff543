package io.trunkline.desktop.login;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Draws the first page of all: one question, one field, one verb.
public final class AddressView extends Card {
    public AddressView(AddressViewModel model) {
        super(Text.of("login.where.title"), model.trouble());
        var field = new TextField();
        field.setId("where-address");
        field.setPromptText(Text.of("login.where.example"));
        field.setAccessibleText(Text.of("login.backend.name"));
        field.textProperty().bindBidirectional(model.address());
        field.disableProperty().bind(model.trying());
        fill(List.of(
                Type.BODY.wrapped(Text.of("login.where.sentence"), Type.MUTED),
                named("login.backend.name", field),
                verb(button(model), model.trying(), "login.where.trying")));
        warnsWhile(model.unencrypted());
        focusWhenShown(field);
    }

    private static Node button(AddressViewModel model) {
        var button = new Button();
        button.setId("where-look");
        button.textProperty()
                .bind(Bindings.when(model.unencrypted())
                        .then(Text.of("login.where.anyway"))
                        .otherwise(Text.of("login.where.look")));
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.ready().not());
        button.setOnAction(_ -> model.look());
        return button;
    }
}
