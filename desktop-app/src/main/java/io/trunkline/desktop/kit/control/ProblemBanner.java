package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Text;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Tells a [Trouble] in place and lets it be tried again; takes no room while there is none. What is only a warning
/// looks like one.
public final class ProblemBanner extends HBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final ObjectProperty<@Nullable Trouble> trouble = new SimpleObjectProperty<>(this, "trouble");
    private final VBox words = new VBox();
    private final FontIcon sign = Icons.large(Material2AL.ERROR_OUTLINE);

    /// Without a way to try again: what to do is said in words.
    public ProblemBanner() {
        getStyleClass().add("problem-banner");
        words.getStyleClass().add("words");
        setAccessibleRole(AccessibleRole.TEXT);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
        trouble.subscribe(this::tell);
    }

    public ProblemBanner(Runnable retry) {
        this();
        var button = new Button(Text.of("kit.problem.retry"));
        button.setOnAction(_ -> retry.run());
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }

    public ObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble;
    }

    /// Nothing has failed; somebody should think before they go on.
    public void warn(boolean only) {
        pseudoClassStateChanged(WARNING, only);
        sign.setIconCode(only ? Material2MZ.WARNING : Material2AL.ERROR_OUTLINE);
    }

    private void tell(@Nullable Trouble told) {
        setVisible(told != null);
        setManaged(told != null);
        words.getChildren().clear();
        if (told == null) {
            return;
        }
        words.getChildren().add(Type.BODY.wrapped(told.happened(), Type.STRONG));
        var rest = (told.kept() + " " + told.next()).strip();
        if (!rest.isEmpty()) {
            words.getChildren().add(Type.BODY.wrapped(rest));
        }
        setAccessibleText(told.happened() + " " + rest);
    }
}
