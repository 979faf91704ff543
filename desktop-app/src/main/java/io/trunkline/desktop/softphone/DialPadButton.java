package io.trunkline.desktop.softphone;

import atlantafx.base.controls.Popover;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// Opens the keypad, whose keys can be typed as well, and sends each digit.
final class DialPadButton extends Button {
    private static final String DIGITS = "123456789*0#";

    private final Consumer<String> send;
    private final Label sent = Type.NAME.of("", Type.DIGITS);

    DialPadButton(Consumer<String> send) {
        super(Text.of("softphone.call.keys"), Icons.small(Material2AL.DIALPAD));
        this.send = send;
        setId("keypad");
        Hover.say(this, Text.of("softphone.call.keys.hint"));
        setOnAction(_ -> open());
    }

    private void open() {
        var popover = new Popover(pad());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.show(this);
    }

    private VBox pad() {
        sent.setText("");
        var keys = new GridPane();
        keys.getStyleClass().add("keypad");
        for (int i = 0; i < DIGITS.length(); i++) {
            var digit = DIGITS.substring(i, i + 1);
            var key = new Button(digit);
            key.getStyleClass().addAll(Type.DIGITS, "flat");
            key.setOnAction(_ -> press(digit));
            keys.add(key, i % 3, i / 3);
        }
        var pad = new VBox(sent, keys);
        pad.getStyleClass().add("dial-pad");
        pad.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (DIGITS.contains(event.getCharacter()) && !event.getCharacter().isBlank()) {
                press(event.getCharacter());
            }
        });
        return pad;
    }

    private void press(String digit) {
        sent.setText(sent.getText() + digit);
        send.accept(digit);
    }
}
