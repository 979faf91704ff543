package io.trunkline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.model.presence.PresenceState;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    private final Furnished furnished = new Furnished();
    private Stage stage;
    private Shell shell;

    @AfterEach
    void close() {
        Fx.run(shell::close);
        Fx.close(stage);
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,en,1440,900", "LIGHT,es,1280,720", "DARK,es,1100,720"})
    void isNamedAndWholeInEveryShadeLanguageAndSize(Shade shade, String language, double width, double height) {
        open(shade, width, height);
        Fx.run(() -> {
            Text.speak(Locale.of(language));
            furnished.now.set(Furnished.is(PresenceState.AWAY, "Reunión de equipo de los lunes"));
            furnished.offlineSince.set(Furnished.NINE.minusSeconds(4000));
        });
        Fx.picture(stage, "shell-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language + "-" + (int) width);

        assertThat(Fx.on(() -> Walk.unnamed(scene().getRoot()))).isEmpty();
        assertThat(Fx.on(() -> Walk.clipped(scene().getRoot()))).isEmpty();
        assertThat(Fx.on(() -> Contrast.faint(scene().getRoot()))).isEmpty();
    }

    @Test
    void keysGoFromPageToPageAndBack() {
        open(Shade.LIGHT, 1280, 720);
        Fx.press(scene().getRoot(), KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(furnished.navigator.target().get().place()).isEqualTo(Place.INBOX);
        Fx.press(scene().getRoot(), KeyCode.LEFT, KeyCode.ALT);
        assertThat(furnished.navigator.target().get().place()).isEqualTo(Place.DESK);
    }

    @Test
    void pagesAreToldWhenTheyAreSeenAndLeft() {
        open(Shade.LIGHT, 1280, 720);
        Fx.run(() -> furnished.navigator.go(Place.INBOX));
        assertThat(furnished.told)
                .containsExactly(
                        "seen work",
                        "seen interaction",
                        "seen contact",
                        "left work",
                        "left interaction",
                        "left contact",
                        "seen INBOX");
    }

    @Test
    void allKeysAreShownOnF1AndHiddenAgain() {
        open(Shade.LIGHT, 1280, 720);
        Fx.press(scene().getRoot(), KeyCode.F1);
        assertThat(Fx.on(() -> scene().getRoot().lookupAll(".key-cap").size())).isEqualTo(9);
        Fx.picture(stage, "shell-keys");
        assertThat(Fx.on(() -> Walk.unnamed(scene().getRoot()))).isEmpty();
        Fx.press(scene().getRoot(), KeyCode.F1);
        Fx.until(() -> scene().getRoot().lookupAll(".key-cap").isEmpty());
    }

    @Test
    void presenceIsChosenWithItsReason() {
        open(Shade.LIGHT, 1280, 720);
        Fx.press(scene().getRoot(), KeyCode.P, KeyCode.CONTROL);
        MenuButton menu = Fx.on(() -> (MenuButton) scene().lookup("#presence"));
        assertThat(Fx.on(menu::isShowing)).isTrue();
        Fx.run(() -> menu.getItems().get(2).fire());
        Fx.run(menu::hide);

        assertThat(furnished.chosen).containsExactly("AWAY break");
        assertThat(menu.getItems().get(2).getText()).isEqualTo("Break");
    }

    @Test
    void theLatestWishIsShownBesideWhatIsDoneNow() {
        open(Shade.LIGHT, 1280, 720);
        Fx.run(() -> {
            furnished.now.set(Furnished.is(PresenceState.ENGAGED, null));
            furnished.wish.set(PresenceState.AWAY);
        });
        assertThat(Fx.on(() -> scene().lookup("#presence").getAccessibleText())).isEqualTo("Presence: Busy then Away");
    }

    @Test
    void theCallTakesTheBarOnlyWhileItLives() {
        open(Shade.LIGHT, 1280, 720);
        assertThat(Fx.on(() -> scene().lookup(".search-field"))).isNotNull();
        Fx.run(() -> furnished.callLives.set(true));
        assertThat(Fx.on(() -> scene().lookup(".search-field"))).isNull();
        Fx.run(() -> furnished.callLives.set(false));
        assertThat(Fx.on(() -> scene().lookup(".search-field"))).isNotNull();
    }

    @Test
    void theContactFoldsInANarrowWindowAndIsShownOverTheInteraction() {
        open(Shade.LIGHT, 1100, 720);
        assertThat(Fx.on(() -> scene().lookup(".contact-pane"))).isNull();
        Fx.run(() -> ((Button) scene().lookup(".folded-strip .button")).fire());
        Fx.picture(stage, "shell-unfolded");
        assertThat(Fx.on(() -> scene().lookup(".contact-pane"))).isNotNull();
        Fx.run(() -> ((Button) scene().lookup(".folded-strip .button")).fire());
        assertThat(Fx.on(() -> scene().lookup(".contact-pane"))).isNull();
    }

    @Test
    void longWorkStandsInTheBarAndCanBeGivenUp() {
        open(Shade.LIGHT, 1280, 720);
        var gate = new CountDownLatch(1);
        var seen = new ArrayList<String>();
        try (var work = new FxWork(furnished.activities)) {
            Fx.run(() -> work.run(
                    "shell.keys.show",
                    () -> gate.await(1, TimeUnit.MINUTES),
                    _ -> seen.add("done"),
                    e -> seen.add(e.getClass().getSimpleName())));
            Fx.until(() -> scene().lookup(".activity-button").isVisible());
            Fx.run(() -> ((MenuButton) scene().lookup(".activity-button"))
                    .getItems()
                    .getFirst()
                    .fire());
            Fx.until(() -> !scene().lookup(".activity-button").isVisible());
        }
        assertThat(seen).as("what its owner is told").containsExactly("GivenUp");
    }

    @Test
    void theLanguageIsSwitchedWhileRunningAndTheOldViewIsLetGo() {
        open(Shade.LIGHT, 1280, 720);
        var listening = furnished.ticker.listeners();
        Fx.run(() -> Text.speak(Locale.of("es")));

        assertThat(Fx.on(() -> scene().lookup("#rail-CONTACTS").getAccessibleText()))
                .isEqualTo("Contactos");
        assertThat(furnished.ticker.listeners()).isEqualTo(listening);
    }

    private void open(Shade shade, double width, double height) {
        stage = Fx.show(shade, width, height, StackPane::new);
        shell = Fx.on(() -> new Shell(furnished.frame(), stage.getScene()));
        Fx.run(shell::open);
    }

    private Scene scene() {
        return stage.getScene();
    }
}
