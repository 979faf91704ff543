package io.trunkline.desktop;

import io.trunkline.desktop.headless.Fx;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// A desktop, touched through its screen only.
class Screen {
    private static final int PATIENCE = 40;

    private final Stage stage;

    Screen(Stage stage) {
        this.stage = stage;
    }

    /// Presses a button once it is there and enabled.
    void press(String selector) {
        until(selector + " can be pressed", () -> find(selector) instanceof ButtonBase b && !b.isDisabled() && seen(b));
        Fx.run(() -> ((ButtonBase) find(selector)).fire());
    }

    void write(String selector, String text) {
        until(selector + " can be written in", () -> find(selector) instanceof TextInputControl t && !t.isDisabled());
        Fx.run(() -> ((TextInputControl) find(selector)).setText(text));
    }

    /// Chooses the entry of a list of choices that reads `text`.
    void choose(String selector, String text) {
        until(selector + " offers " + text, () -> find(selector) instanceof ComboBox<?> box && entry(box, text) >= 0);
        Fx.run(() -> {
            var box = (ComboBox<?>) find(selector);
            box.getSelectionModel().select(entry(box, text));
        });
    }

    /// What a list of choices offers.
    List<String> choices(String selector) {
        return Fx.on(() -> find(selector) instanceof ComboBox<?> box
                ? box.getItems().stream().map(String::valueOf).toList()
                : List.of());
    }

    /// Chooses a presence from the menu of the top bar. Whoever becomes free may be rung before that is seen.
    void present(String text) {
        until(
                "presence can be chosen",
                () -> find("#presence") instanceof MenuButton menu && !menu.isDisabled() && item(menu, text) != null);
        Fx.run(() -> Objects.requireNonNull(item((MenuButton) find("#presence"), text))
                .fire());
        until(
                "the presence is " + text,
                () -> shows("#answer")
                        || Objects.requireNonNullElse(find("#presence").getAccessibleText(), "")
                                .contains(text));
    }

    /// Calls a number from the dialler.
    void call(String number) {
        write("#dial-number", number);
        press("#dial");
    }

    /// Picks the first row of a list that reads `text`, as Enter on it does.
    void pick(String selector, String text) {
        until(selector + " lists " + text, () -> find(selector) instanceof ListView<?> list && row(list, text) >= 0);
        var list = (ListView<?>) find(selector);
        Fx.run(() -> list.getSelectionModel().select(row(list, text)));
        Fx.press(list, KeyCode.ENTER);
    }

    /// Calls a colleague from the list of colleagues.
    void callColleague(String name) {
        press("#colleagues");
        until("the colleagues list " + name, () -> colleagues() instanceof ListView<?> list && row(list, name) >= 0);
        var list = (ListView<?>) Fx.on(this::colleagues);
        Fx.run(() -> list.getSelectionModel().select(row(list, name)));
        Fx.press(list, KeyCode.ENTER);
    }

    /// The list has a window of its own.
    private @Nullable Node colleagues() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow popup && stage.equals(popup.getOwnerWindow()))
                .map(window -> window.getScene().getRoot().lookup("#colleague-list"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean shows(String selector) {
        var node = find(selector);
        return node != null && seen(node);
    }

    /// Whether it is shown, and answers to a press.
    boolean works(String selector) {
        return Fx.on(() -> {
            var node = find(selector);
            return node != null && seen(node) && !node.isDisabled();
        });
    }

    /// Whether a switch is on.
    boolean on(String selector) {
        return Fx.on(() -> find(selector) instanceof ToggleButton button && button.isSelected());
    }

    /// What a label, button, field or choice says.
    String text(String selector) {
        return Fx.on(() -> switch (find(selector)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case ComboBox<?> box -> String.valueOf(box.getValue());
            case null, default -> "";
        });
    }

    /// What a reader of the screen says of it.
    String accessible(String selector) {
        return Fx.on(() -> {
            var node = find(selector);
            return node == null ? "" : Objects.requireNonNullElse(node.getAccessibleText(), "");
        });
    }

    /// True when some label, button or field on the screen holds `text`.
    boolean reads(String text) {
        return texts(stage.getScene().getRoot(), text);
    }

    /// What stands under the small label in a tile of the wallboard; nothing when there is no such tile or figure.
    String figure(String tile, String label) {
        return Fx.on(() -> stage.getScene().getRoot().lookupAll(tile + " .figure").stream()
                .map(each -> ((Pane) each).getChildren())
                .filter(parts -> ((Labeled) parts.getFirst()).getText().equals(label))
                .map(parts -> ((Labeled) parts.getLast()).getText())
                .findFirst()
                .orElse(""));
    }

    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> Fx.on(condition));
        } catch (TimeoutException e) {
            Fx.picture(stage, "end-to-end-stuck");
            throw new AssertionError(
                    "Not within %d s: %s (picture: end-to-end-stuck.png)".formatted(PATIENCE, what), e);
        }
    }

    void picture(String name) {
        Fx.picture(stage, name);
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static boolean seen(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static @Nullable MenuItem item(MenuButton menu, String text) {
        return menu.getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElse(null);
    }

    private static int row(ListView<?> list, String text) {
        for (var at = 0; at < list.getItems().size(); at++) {
            if (String.valueOf(list.getItems().get(at)).contains(text)) {
                return at;
            }
        }
        return -1;
    }

    private static int entry(ComboBox<?> box, String text) {
        for (var at = 0; at < box.getItems().size(); at++) {
            if (String.valueOf(box.getItems().get(at)).contains(text)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean texts(Node node, String text) {
        if (!node.isVisible()) {
            return false;
        }
        var own = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case javafx.scene.text.Text plain -> plain.getText();
            default -> "";
        };
        if (own != null && own.contains(text)) {
            return true;
        }
        return node instanceof javafx.scene.Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> texts(child, text));
    }
}
