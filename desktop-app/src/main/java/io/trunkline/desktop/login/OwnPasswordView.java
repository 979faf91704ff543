package io.trunkline.desktop.login;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// Draws the choice of an own password: the rules before the fields, and below each field what is to be said of it.
public final class OwnPasswordView extends Card {
    public OwnPasswordView(OwnPasswordViewModel model) {
        super(Text.of("login.own.title"), model.trouble());
        var first = new SecretField("own-password", "login.own.new", model.password(), model.trying());
        var second = new SecretField("own-again", "login.own.again", model.again(), model.trying());
        fill(List.of(
                Type.BODY.wrapped(Text.of("login.own.sentence")),
                Type.LABEL.wrapped(Text.of("login.own.rules"), Type.MUTED),
                told(named("login.own.new", first), "own-verdict", model.verdict(), Type.MUTED),
                told(named("login.own.again", second), "own-difference", model.difference(), "differs"),
                verb(choose(model), model.trying(), "login.own.trying"),
                back(model)));
        focusWhenShown(first);
    }

    private static Node told(Node field, String id, ObservableValue<String> words, String style) {
        var label = Type.LABEL.wrapped("", style);
        label.setId(id);
        label.textProperty().bind(words);
        var box = new VBox(field, label);
        box.getStyleClass().add("named");
        return box;
    }

    private static Node choose(OwnPasswordViewModel model) {
        var button = new Button(Text.of("login.own.choose"));
        button.setId("own-choose");
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.ready().not());
        button.setOnAction(_ -> model.choose());
        return button;
    }

    private static Node back(OwnPasswordViewModel model) {
        var link = new Hyperlink(Text.of("login.own.back"));
        link.disableProperty().bind(model.trying());
        link.setOnAction(_ -> model.back());
        return link;
    }
}
