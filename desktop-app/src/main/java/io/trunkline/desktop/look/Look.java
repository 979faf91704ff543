package io.trunkline.desktop.look;

import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// How one constant looks: an icon, a style class that gives its colour, the key of its name.
public record Look(Ikon icon, String style, String key) {
    static final String PLAIN = "say-plain";
    static final String FINE = "say-fine";
    static final String SOON = "say-soon";
    static final String NOW = "say-now";

    /// Its name in the language of the moment.
    public String text() {
        return Text.of(key);
    }

    /// Its icon in its colour, 16 px.
    public FontIcon small() {
        var node = Icons.small(icon);
        node.getStyleClass().add(style);
        return node;
    }
}
