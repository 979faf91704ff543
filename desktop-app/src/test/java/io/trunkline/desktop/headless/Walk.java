package io.trunkline.desktop.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// Walks over a shown scene and names what a person could not use or read. Call on the FX thread.
public final class Walk {
    /// Labels that may end in an ellipsis, because they show the full text on hover.
    public static final String MAY_SHORTEN = "may-shorten";

    private static final double SLACK = 1.5;

    private Walk() {}

    /// Focusable nodes without a name for assistive technology.
    public static List<String> unnamed(Parent root) {
        var found = new ArrayList<String>();
        visit(root, node -> {
            if (node.isFocusTraversable() && !node.isDisabled() && name(node).isBlank()) {
                found.add(describe(node));
            }
        });
        return found;
    }

    /// Words that end in an ellipsis without showing the rest on hover, and nodes that stand outside the window.
    public static List<String> clipped(Parent root) {
        var window = root.localToScene(root.getLayoutBounds());
        var found = new ArrayList<String>();
        visit(root, node -> {
            if (node instanceof Labeled label
                    && shortened(label)
                    && !label.getStyleClass().contains(MAY_SHORTEN)) {
                found.add("shortened: " + describe(node));
            } else if (node instanceof Labeled && outside(node, window)) {
                found.add("outside the window: " + describe(node));
            }
        });
        return found;
    }

    private static boolean shortened(Labeled label) {
        var text = label.getText();
        if (text == null || text.isEmpty() || label.isWrapText()) {
            return false;
        }
        return label.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(shown -> label.equals(shown.getParent()))
                .anyMatch(shown ->
                        !shown.getText().equals(text) && shown.getText().endsWith(label.getEllipsisString()));
    }

    private static boolean outside(Node node, Bounds window) {
        var place = node.localToScene(node.getLayoutBounds());
        return place.getWidth() > 0
                && (place.getMaxX() > window.getMaxX() + SLACK
                        || place.getMaxY() > window.getMaxY() + SLACK
                        || place.getMinX() < window.getMinX() - SLACK
                        || place.getMinY() < window.getMinY() - SLACK);
    }

    /// What scrolls may reach beyond the window; hidden parts are not there.
    private static void visit(Node node, Consumer<Node> each) {
        if (!node.isVisible()) {
            return;
        }
        each.accept(node);
        if (node instanceof ScrollPane || node instanceof ListView<?> || node instanceof TextInputControl) {
            return;
        }
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> visit(child, each));
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label) {
            return String.valueOf(label.getText());
        }
        return "";
    }

    private static String describe(Node node) {
        var text = node instanceof Labeled label ? " \"" + label.getText() + "\"" : "";
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + (node.getId() == null ? "" : "#" + node.getId())
                + text;
    }
}
