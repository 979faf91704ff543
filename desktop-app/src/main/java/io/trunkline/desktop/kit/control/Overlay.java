package io.trunkline.desktop.kit.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lays one sheet over a window and dims the rest. Esc or a click beside the sheet takes it away, and the focus goes
/// back to where it was. Never for what the agent must answer while talking: that stands in place.
public final class Overlay extends StackPane {
    private final Region scrim = new Region();
    private Optional<Node> before = Optional.empty();

    public Overlay() {
        getStyleClass().add("overlay");
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> hide());
        getChildren().add(scrim);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                hide();
            }
        });
    }

    public boolean isShown() {
        return isVisible();
    }

    /// Shows a sheet in place of any other.
    public void show(Region sheet) {
        before = Optional.ofNullable(getScene().getFocusOwner());
        sheet.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(scrim, sheet);
        setVisible(true);
        sheet.lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    public void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().setAll(scrim);
            before.ifPresent(Node::requestFocus);
        }
    }
}
