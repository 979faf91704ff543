package io.trunkline.desktop.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.text.Times;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void theBundledFontsAreWorn() {
        var stage = Fx.show(Shade.LIGHT, 400, 200, () -> {
            var timer = new Label(Times.timer(Duration.ofMinutes(3)));
            timer.getStyleClass().add("digits");
            return new VBox(new Label("Ana Gómez"), timer);
        });
        var families = Fx.on(() -> ((VBox) stage.getScene().getRoot())
                .getChildren().stream()
                        .map(Label.class::cast)
                        .map(label -> label.getFont().getFamily())
                        .toList());
        Fx.close(stage);

        assertThat(families).containsExactly("Inter", "Roboto");
    }

    @Test
    void everyDigitIsAsWideAsTheOthers() {
        var widths = Fx.on(() -> {
            Theme.wear(Shade.LIGHT);
            return "0123456789".chars().mapToObj(ThemeTest::width).distinct().toList();
        });
        assertThat(widths).hasSize(1);
    }

    @Test
    void shadesAreSwitchedWhileRunning() {
        var stage = Fx.show(Shade.LIGHT, 200, 100, VBox::new);
        var light = pixel(stage);
        Fx.run(() -> Theme.wear(Shade.DARK));
        var dark = pixel(stage);
        Fx.close(stage);

        assertThat(light).isEqualTo(0xffffffff);
        assertThat(dark).isEqualTo(0xff0d1117);
    }

    private static double width(int digit) {
        var text = new Text(Character.toString(digit));
        text.setFont(Font.font("Roboto", 28));
        return text.getLayoutBounds().getWidth();
    }

    private static int pixel(Stage stage) {
        Fx.settle();
        return Fx.on(() -> stage.getScene().snapshot(null).getPixelReader().getArgb(50, 50));
    }
}
