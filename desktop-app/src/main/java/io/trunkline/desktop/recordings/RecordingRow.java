package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.model.recording.Recording;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2MZ;

/// Plays one recording: play or pause, where it is, how long it is. Not ready yet, it says so.
final class RecordingRow extends HBox {
    private final PlayerViewModel model;
    private final Recording recording;
    private final IconButton play;
    private final Slider place = new Slider();
    private final Label time = Type.LABEL.of("", Type.DIGITS);

    RecordingRow(PlayerViewModel model, Recording recording) {
        this.model = model;
        this.recording = recording;
        getStyleClass().add("recording-row");
        play = new IconButton(Material2MZ.PLAY_ARROW, Text.of("history.audio.play"), () -> model.toggle(recording));
        play.setDisable(!recording.ready());
        place.setMax(Math.max(0.1, recording.seconds()));
        place.setAccessibleText(Text.of("history.audio.place"));
        place.setOnMouseReleased(_ -> seek());
        place.setOnKeyReleased(_ -> seek());
        setHgrow(place, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(play, place, time);
        WhileShown.subscribe(this, this::follow);
    }

    private Subscription follow() {
        return Subscription.combine(
                model.position().subscribe(_ -> show()),
                model.playing().subscribe(_ -> show()),
                model.opened().subscribe(_ -> show()));
    }

    private void show() {
        var mine = recording.id().equals(model.opened().get());
        var runs = mine && model.playing().get();
        play.show(
                runs ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW,
                Text.of(runs ? "history.audio.pause" : "history.audio.play"));
        place.setDisable(!mine);
        var at = mine ? model.position().get() : Duration.ZERO;
        if (!place.isValueChanging() && !place.isPressed()) {
            place.setValue(at.toMillis() / 1000.0);
        }
        var length = Times.timer(Duration.ofMillis(Math.round(recording.seconds() * 1000)));
        time.setText(
                recording.ready()
                        ? Text.of("history.audio.time", Times.timer(at), length)
                        : Text.of("history.audio.notReady"));
    }

    private void seek() {
        model.seek(Duration.ofMillis(Math.round(place.getValue() * 1000)));
    }
}
