package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where a text is written: Enter sends, Shift+Enter begins a new line; its length and segments stand below.
final class Composer extends VBox {
    private final ThreadViewModel model;

    Composer(ThreadViewModel model) {
        this.model = model;
        getStyleClass().add("composer");
        getStylesheets().add(Theme.sheet(Composer.class, "inbox.css"));
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        getChildren().addAll(problem, text(), foot());
        disableProperty().bind(model.thread().isNull());
    }

    private TextArea text() {
        var text = new TextArea();
        text.setId("composer");
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.setPromptText(Text.of("inbox.compose.prompt"));
        text.setAccessibleText(Text.of("inbox.compose.name"));
        text.textProperty().bindBidirectional(model.draft());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (event.isShiftDown()) {
                    text.replaceSelection("\n");
                } else {
                    model.send();
                }
            }
        });
        return text;
    }

    private HBox foot() {
        var length = Type.LABEL.of("", Type.MUTED, Type.DIGITS);
        length.setId("text-length");
        length.textProperty().bind(Bindings.createStringBinding(this::length, model.draft()));
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var send = new Button(Text.of("inbox.send.act"));
        send.setId("send");
        send.getStyleClass().add("accent");
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(_ -> model.send());
        send.disableProperty().bind(model.canSend().not());
        Hover.say(send, Text.of("inbox.send.hint"));
        var foot = new HBox(length, room, send);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private String length() {
        var length = TextLength.of(model.draft().get());
        return length.characters() == 0
                ? ""
                : Text.count("inbox.compose.length", length.segments(), length.characters());
    }
}
