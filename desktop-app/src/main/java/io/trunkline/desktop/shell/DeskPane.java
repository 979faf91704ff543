package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.text.Text;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Three panes in fixed places: work 280, interaction in the room between, contact 320. In a narrow window the
/// contact folds into a strip and lies over the interaction while it is unfolded.
final class DeskPane extends StackPane {
    private static final double NARROW = 1280 - Rail.WIDTH;

    private final StackPane contact;
    private final VBox strip = new VBox();
    private final HBox row;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");

    DeskPane(Node work, Node interaction, Node contactView) {
        getStyleClass().add("desk-pane");
        contact = pane("contact-pane", contactView);
        contact.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(contact, Pos.CENTER_RIGHT);
        var middle = pane("interaction-pane", interaction);
        HBox.setHgrow(middle, Priority.ALWAYS);
        strip.getStyleClass().add("folded-strip");
        strip.getChildren().add(foldButton());
        row = new HBox(pane("work-pane", work), middle);
        getChildren().add(row);
        widthProperty().subscribe(width -> narrow.set(width.doubleValue() > 0 && width.doubleValue() < NARROW));
        narrow.subscribe(this::arrange);
        unfolded.subscribe(this::arrange);
        arrange();
    }

    private IconButton foldButton() {
        var button = new IconButton(
                Material2MZ.PERSON_OUTLINE, Text.of("shell.contact.unfold"), () -> unfolded.set(!unfolded.get()));
        unfolded.subscribe(open -> button.show(
                open ? Material2AL.CLOSE : Material2MZ.PERSON_OUTLINE,
                Text.of(open ? "shell.contact.fold" : "shell.contact.unfold")));
        return button;
    }

    private void arrange() {
        getChildren().remove(contact);
        row.getChildren().removeAll(contact, strip);
        contact.getStyleClass().remove("over");
        if (!narrow.get()) {
            row.getChildren().add(contact);
            return;
        }
        row.getChildren().add(strip);
        if (unfolded.get()) {
            contact.getStyleClass().add("over");
            StackPane.setMargin(contact, new Insets(0, 40, 0, 0));
            getChildren().add(contact);
        }
    }

    private static StackPane pane(String style, Node view) {
        var pane = new StackPane(view);
        pane.getStyleClass().add(style);
        return pane;
    }
}
