package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.Picture;
import io.trunkline.desktop.kit.theme.Shade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {
    @ParameterizedTest
    @EnumSource
    void aNoticeIsReadableAndBringsTheWindowBack(Shade shade) {
        var chosen = new AtomicInteger();
        var stage = Fx.show(shade, 1280, 720, StackPane::new);
        Fx.run(() -> {
            var notices = Notices.ofThisSystem(() -> new byte[0], "Trunkline", new Front(stage));
            notices.tell("Call offered", "Maximiliane Wolfeschlegelsteinhausenberger", chosen::incrementAndGet);
        });
        Fx.until(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
        Scene scene = Fx.on(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene());
        Fx.run(() -> save(scene, shade));
        var faint = Fx.on(() -> Contrast.faint(scene.getRoot()));
        Fx.run(() -> scene.lookup(".notice").fireEvent(click()));
        Fx.until(() -> chosen.get() == 1);
        Fx.close(stage);

        assertThat(faint).isEmpty();
    }

    private static void save(Scene scene, Shade shade) {
        try {
            Picture.save(
                    scene,
                    Path.of("target", "pictures", "notice-" + shade.name().toLowerCase(Locale.ROOT) + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
