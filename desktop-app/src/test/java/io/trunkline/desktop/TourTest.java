package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @TempDir
    Path folder;

    @Test
    void savesAPictureOfEachStopInOrderAndWaitsForWhatItShows() {
        var label = Fx.on(() -> new Label("one"));
        var stage = Fx.show(Shade.LIGHT, 320, 200, () -> new StackPane(label));
        var looks = new AtomicInteger();
        var ended = new AtomicBoolean();
        try (var work = new FxWork(new Activities())) {
            Fx.run(() -> {
                var tour = new Tour(folder, stage.getScene(), work);
                tour.stop("one", () -> {});
                tour.stop("two", () -> label.setText("two"), () -> looks.incrementAndGet() == 3);
                tour.run(() -> ended.set(!tour.missed()));
            });
            Fx.until(ended::get);
        }
        Fx.close(stage);

        assertThat(folder.resolve("01-one.png")).isNotEmptyFile();
        assertThat(new Image(folder.resolve("02-two.png").toUri().toString()).getWidth())
                .isEqualTo(320);
        assertThat(looks.get()).isEqualTo(3);
    }
}
