package io.trunkline.desktop.kit.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How loud something is: bars that rise, lit from the left. Speech fills about half of them.
public final class LevelMeter extends HBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    /// Decibels below full loudness at which the first bar is lit, and how many each further one takes.
    private static final double SILENCE = -54;

    private final List<Region> bars = new ArrayList<>();
    private int lit;

    /// `name` says whose level it is; `level` is 0 to 1, and the bars grow from `least` to `most` pixels.
    public LevelMeter(String name, ObservableDoubleValue level, int count, double least, double most) {
        getStyleClass().add("level-meter");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(name);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        for (int i = 0; i < count; i++) {
            var bar = new Region();
            bar.getStyleClass().add("bar");
            var height = least + (most - least) * i / Math.max(1, count - 1);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            bars.add(bar);
        }
        getChildren().setAll(bars);
        WhileShown.subscribe(this, () -> level.subscribe(now -> show(now.doubleValue())));
    }

    /// How many bars are lit.
    public int lit() {
        return lit;
    }

    private void show(double level) {
        lit = bars(level, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).pseudoClassStateChanged(LIT, i < lit);
        }
    }

    static int bars(double level, int count) {
        if (level <= 0) {
            return 0;
        }
        var decibels = 20 * Math.log10(Math.min(1, level));
        return (int) Math.clamp(Math.ceil((decibels - SILENCE) / -SILENCE * count), 0, count);
    }
}
