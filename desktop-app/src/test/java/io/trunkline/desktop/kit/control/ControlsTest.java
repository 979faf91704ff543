package io.trunkline.desktop.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.ManualTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlsTest {
    private final ManualTicker ticker = new ManualTicker(Gallery.NINE);

    @ParameterizedTest
    @EnumSource
    void everyControlIsNamedAndWhole(Shade shade) {
        var stage = Fx.show(shade, 720, 820, () -> new Gallery(ticker));
        Fx.picture(stage, "kit-" + shade.name().toLowerCase(Locale.ROOT));
        Parent root = stage.getScene().getRoot();
        var unnamed = Fx.on(() -> Walk.unnamed(root));
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.close(stage);
        assertThat(faint).isEmpty();

        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
    }

    @Test
    void nothingTicksOnceTheWindowLetsGoOfIt() {
        var stage = Fx.show(Shade.LIGHT, 720, 820, () -> new Gallery(ticker));
        assertThat(ticker.listeners()).isPositive();
        Fx.run(() -> stage.getScene().setRoot(new VBox()));
        Fx.close(stage);

        assertThat(ticker.listeners()).isZero();
    }

    /// What is drawn with the focus differs from what is drawn without it, for each control that takes it.
    @ParameterizedTest
    @EnumSource
    void theFocusIsSeen(Shade shade) {
        var stage = Fx.show(shade, 720, 820, () -> new Gallery(ticker));
        var unseen = new ArrayList<String>();
        for (var node : Fx.on(() -> List.copyOf(stage.getScene().getRoot().lookupAll("*")))) {
            if (node.isFocusTraversable() && !node.isDisabled()) {
                Fx.run(() -> stage.getScene().getRoot().requestFocus());
                var without = Fx.pixels(stage);
                Fx.run(node::requestFocus);
                if (Arrays.equals(without, Fx.pixels(stage))) {
                    unseen.add(node.toString());
                }
            }
        }
        Fx.close(stage);

        assertThat(unseen).isEmpty();
    }

    @Test
    void theRingCountsDownAndSaysSo() {
        var ring = Fx.on(() -> new CountdownRing(ticker, Gallery.NINE, Gallery.NINE.plusSeconds(20), 40));
        var stage = Fx.show(Shade.LIGHT, 100, 100, () -> new VBox(ring));
        Fx.run(() -> ticker.advance(Duration.ofSeconds(18)));
        var said = Fx.on(ring::getAccessibleText);
        Fx.close(stage);

        assertThat(said).isEqualTo("2 seconds left");
    }

    @Test
    void escapeEmptiesTheSearch() {
        var field = Fx.on(() -> new SearchField("Search"));
        var stage = Fx.show(Shade.LIGHT, 200, 100, () -> new VBox(field));
        Fx.run(() -> field.setText("ana"));
        Fx.press(field, KeyCode.ESCAPE);
        var left = Fx.on(field::getText);
        Fx.close(stage);

        assertThat(left).isEmpty();
    }

    @Test
    void aBadgeIsGoneAtZero() {
        var count = new SimpleIntegerProperty(0);
        var badge = Fx.on(() -> new Badge(count));
        assertThat(badge.isVisible()).isFalse();
        Fx.run(() -> count.set(120));
        assertThat(badge.getText()).isEqualTo("99+");
    }

    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertThat(Avatar.initials("ana maría gómez")).isEqualTo("AG");
        assertThat(Avatar.initials("Émile")).isEqualTo("É");
        assertThat(Avatar.initials("+34 600 123 456")).isEqualTo("#");
        assertThat(Avatar.initials(" ")).isEqualTo("#");
    }

    @Test
    void eachConditionShowsWhatFitsIt() {
        var content = Fx.on(() -> new Label("content"));
        var empty = Fx.on(() -> new Label("empty"));
        var pane = Fx.on(() -> new ConditionPane(ticker, content, empty, () -> {}));
        var stage = Fx.show(Shade.LIGHT, 500, 300, () -> new VBox(pane));

        Fx.run(() -> pane.conditionProperty().set(new Condition.Filled()));
        assertThat(content.getScene()).isNotNull();
        Fx.run(() -> pane.conditionProperty().set(new Condition.Empty()));
        assertThat(empty.getScene()).isNotNull();
        assertThat(content.getScene()).isNull();
        Fx.run(() -> pane.conditionProperty().set(new Condition.Offline(Gallery.NINE.minusSeconds(60))));
        assertThat(content.getScene()).isNotNull();
        assertThat(Fx.on(() -> pane.lookupAll(".age-strip").iterator().next().isVisible()))
                .isTrue();
        Fx.run(() -> pane.conditionProperty().set(new Condition.Loading()));
        Fx.until(() -> pane.lookup(".skeleton") != null);
        Fx.close(stage);
    }
}
