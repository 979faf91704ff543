package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.look.MessageLook;
import io.trunkline.model.Direction;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One message: who wrote it, what, when, and how far it came.
final class Bubble extends VBox {
    private static final double SHARE = 0.72;

    private Bubble(boolean ours, String... styles) {
        getStyleClass().add("bubble-line");
        setFillWidth(false);
        setAlignment(ours ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        getStyleClass().addAll(styles);
    }

    static Bubble said(Message message, ZoneId zone) {
        var ours = message.direction() == Direction.OUTBOUND;
        var bubble = new Bubble(ours);
        var time = Type.LABEL.of(Times.clock(message.at(), zone), Type.MUTED, Type.DIGITS);
        Hover.say(time, Times.exactly(message.at(), zone));
        var foot = new HBox(Type.LABEL.of(message.authorName(), Type.MUTED), time);
        foot.getStyleClass().add("foot");
        foot.setAlignment(ours ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (ours) {
            foot.getChildren().add(state(message.state()));
        }
        bubble.getChildren().addAll(bubble.words(message.text(), ours ? "ours" : "theirs"), foot);
        var error = message.error();
        if (error != null) {
            bubble.getChildren().add(Type.LABEL.wrapped(error, "error"));
        }
        return bubble;
    }

    static Bubble unsent(Line.Unsent line, Runnable retry, Runnable takeBack) {
        var bubble = new Bubble(true);
        bubble.getChildren().add(bubble.words(line.text(), "unsent"));
        if (line.sentence().isEmpty()) {
            bubble.getChildren().add(state(MessageState.QUEUED));
            return bubble;
        }
        var again = new Button(Text.of("inbox.send.retry"));
        again.setOnAction(_ -> retry.run());
        var back = new Button(Text.of("inbox.send.back"));
        back.setOnAction(_ -> takeBack.run());
        var acts = new HBox(again, back);
        acts.getStyleClass().add("acts");
        acts.setAlignment(Pos.CENTER_RIGHT);
        bubble.getChildren().addAll(state(MessageState.FAILED), Type.LABEL.wrapped(line.sentence(), "error"), acts);
        return bubble;
    }

    private Label words(String text, String style) {
        var words = Type.BODY.wrapped(text, "bubble", style);
        words.maxWidthProperty().bind(widthProperty().multiply(SHARE));
        return words;
    }

    private static Label state(MessageState state) {
        var look = MessageLook.of(state);
        var label = Type.LABEL.of(look.text(), Type.MUTED);
        label.setGraphic(look.small());
        return label;
    }
}
