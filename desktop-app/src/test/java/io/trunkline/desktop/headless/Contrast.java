package io.trunkline.desktop.headless;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/// Finds words that are too faint to read: contrast below 4.5 to 1 against what is painted behind them. Call on the
/// FX thread.
public final class Contrast {
    private static final double LEAST = 4.5;

    private Contrast() {}

    public static List<String> faint(Parent root) {
        var found = new ArrayList<String>();
        visit(root, Color.WHITE, found);
        return found;
    }

    private static void visit(Node node, Color behind, List<String> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        var here = node instanceof Region region ? over(region, behind) : behind;
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            var ratio = ratio(mix(ink, here), here);
            if (ratio < LEAST) {
                found.add("%.1f: \"%s\" %s"
                        .formatted(ratio, text.getText(), text.getParent().getStyleClass()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, here, found));
        }
    }

    private static Color over(Region region, Color behind) {
        var here = behind;
        if (region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                Paint paint = fill.getFill();
                here = paint instanceof Color colour ? mix(colour, here) : here;
            }
        }
        return here;
    }

    private static Color mix(Color front, Color behind) {
        return behind.interpolate(Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
    }

    private static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
