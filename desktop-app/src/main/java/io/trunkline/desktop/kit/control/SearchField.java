package io.trunkline.desktop.kit.control;

import atlantafx.base.controls.CustomTextField;
import io.trunkline.desktop.kit.text.Text;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A field to search with: a lens before it, a cross to empty it, Esc empties it as well.
public final class SearchField extends CustomTextField {
    /// `name` says what is searched: the prompt, and the name for assistive technology.
    public SearchField(String name) {
        getStyleClass().add("search-field");
        setPromptText(name);
        setAccessibleText(name);
        setLeft(Icons.small(Material2MZ.SEARCH));
        var clear = new IconButton(Material2AL.CLOSE, Text.of("kit.search.clear"), this::clear);
        clear.setFocusTraversable(false);
        clear.getStyleClass().add("inside");
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
