package io.trunkline.desktop.kit.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The type scale: five sizes and no others.
public enum Type {
    /// 12 px: labels above and beside things.
    LABEL("type-label"),
    /// 14 px: what is read.
    BODY("type-body"),
    /// 16 px: names of people and things.
    NAME("type-name"),
    /// 20 px: the title of a page.
    TITLE("type-title"),
    /// 28 px: figures.
    FIGURE("type-figure");

    /// Beside a size: grey, for what supports.
    public static final String MUTED = "muted";
    /// Beside a size: half bold.
    public static final String STRONG = "type-strong";
    /// Beside a size: digits all as wide as each other, for every timer and number.
    public static final String DIGITS = "digits";

    private final String style;

    Type(String style) {
        this.style = style;
    }

    public String style() {
        return style;
    }

    /// A label of this size with further style classes.
    public Label of(String text, String... more) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.getStyleClass().addAll(more);
        return label;
    }

    /// A label that wraps into as many lines as it needs.
    public Label wrapped(String text, String... more) {
        var label = of(text, more);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label of one line that may end in an ellipsis, with the full text on hover.
    public Label line(String text, String... more) {
        var label = of(text, more);
        Hover.fullText(label);
        return label;
    }
}
