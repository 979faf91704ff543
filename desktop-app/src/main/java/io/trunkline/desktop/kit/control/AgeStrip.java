package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Ticker;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// Says how old what is shown is; takes no room while it is fresh.
public final class AgeStrip extends HBox {
    private final ObjectProperty<@Nullable Instant> since = new SimpleObjectProperty<>(this, "since");
    private final Label sentence = Type.LABEL.of("");

    /// `key` names a text with the age as `{0}`.
    public AgeStrip(Ticker ticker, String key) {
        getStyleClass().add("age-strip");
        getChildren().addAll(Icons.small(Material2AL.CLOUD_OFF), sentence);
        visibleProperty().bind(since.isNotNull());
        managedProperty().bind(visibleProperty());
        WhileShown.tick(this, ticker, now -> tell(key, now));
        since.subscribe(() -> tell(key, ticker.now()));
    }

    private void tell(String key, Instant now) {
        var from = since.get();
        if (from != null) {
            sentence.setText(Text.of(key, Times.inWords(Duration.between(from, now))));
        }
    }

    public ObjectProperty<@Nullable Instant> since() {
        return since;
    }
}
