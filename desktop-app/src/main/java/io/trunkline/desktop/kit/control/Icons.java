package io.trunkline.desktop.kit.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one pack, in their two sizes. An icon alone means nothing to assistive technology: what holds it is
/// named.
public final class Icons {
    private Icons() {}

    /// 16 px, beside words.
    public static FontIcon small(Ikon icon) {
        return of(icon, "icon-16");
    }

    /// 20 px, alone in a button or on the rail.
    public static FontIcon large(Ikon icon) {
        return of(icon, "icon-20");
    }

    /// 40 px, above an empty state.
    static FontIcon huge(Ikon icon) {
        return of(icon, "icon-40");
    }

    private static FontIcon of(Ikon icon, String size) {
        var node = new FontIcon(icon);
        node.getStyleClass().add(size);
        return node;
    }
}
