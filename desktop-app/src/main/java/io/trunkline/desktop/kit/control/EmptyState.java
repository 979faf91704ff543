package io.trunkline.desktop.kit.control;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a place is for while nothing is in it, and the first act.
public final class EmptyState extends VBox {
    public EmptyState(Ikon icon, String title, String sentence) {
        getStyleClass().add("empty-state");
        getChildren()
                .addAll(
                        Icons.huge(icon),
                        Type.NAME.wrapped(title, "centred"),
                        Type.BODY.wrapped(sentence, Type.MUTED, "centred"));
    }

    public EmptyState(Ikon icon, String title, String sentence, String verb, Runnable act) {
        this(icon, title, sentence);
        var button = new Button(verb);
        button.setOnAction(_ -> act.run());
        getChildren().add(button);
    }
}
