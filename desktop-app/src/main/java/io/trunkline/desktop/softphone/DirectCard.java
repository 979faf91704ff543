package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Avatar;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.identity.AgentRef;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A call between colleagues: who, and what can be done with it.
final class DirectCard extends VBox {
    private final DirectViewModel model;

    private DirectCard(DirectViewModel model) {
        this.model = model;
        getStyleClass().addAll("offer-card", "direct-card");
        setId("direct-call");
    }

    static DirectCard rung(DirectViewModel model, AgentRef by) {
        var card = new DirectCard(model);
        card.setAccessibleText(Text.of("softphone.direct.incomingName", by.name()));
        var answer = button("softphone.offer.answer", "direct-answer", "Enter", model::accept);
        answer.getStyleClass().add("success");
        var reject = button("softphone.direct.reject", "direct-reject", "Esc", model::reject);
        card.draw(Material2AL.CALL_RECEIVED, "softphone.direct.incoming", by, answer, reject);
        card.addEventHandler(KeyEvent.KEY_PRESSED, card::key);
        return card;
    }

    static DirectCard calling(DirectViewModel model, AgentRef who) {
        var card = new DirectCard(model);
        card.draw(Material2AL.CALL_MADE, "softphone.direct.calling", who, card.end());
        return card;
    }

    static DirectCard talking(DirectViewModel model, AgentRef who, Instant since) {
        var card = new DirectCard(model);
        card.draw(Material2AL.CALL, "softphone.direct.talking", who, card.mute(), card.end());
        var timer = TimerLabel.since(model.ticker());
        timer.momentProperty().set(since);
        ((HBox) card.getChildren().getFirst()).getChildren().add(timer);
        return card;
    }

    private void draw(Ikon icon, String key, AgentRef who, Button... acts) {
        var kind = Type.LABEL.line(Text.of(key), Type.MUTED);
        kind.setGraphic(Icons.small(icon));
        var name = Type.NAME.line(who.name());
        var words = new VBox(kind, name);
        words.getStyleClass().add("who");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(words);
        head.getStyleClass().add("head");
        head.getChildren().addFirst(new Avatar(who.name(), 32));
        var row = new HBox(acts);
        row.getStyleClass().add("answers");
        getChildren().setAll(head, row);
    }

    private Button end() {
        var end = button("softphone.call.end", "direct-end", "", model::end);
        end.getStyleClass().add("danger");
        return end;
    }

    private Button mute() {
        var mute = button("softphone.call.mute", "direct-mute", "", model::toggleMute);
        WhileShown.subscribe(
                mute,
                () -> model.muted().subscribe(on -> {
                    mute.setText(Text.of(on ? "softphone.call.unmute" : "softphone.call.mute"));
                    mute.setGraphic(Icons.small(on ? Material2MZ.MIC_OFF : Material2MZ.MIC));
                }));
        return mute;
    }

    private static Button button(String key, String id, String press, Runnable act) {
        var button = new Button(Text.of(key));
        button.setId(id);
        button.setOnAction(_ -> act.run());
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        Hover.say(button, (Text.of(key) + "  " + press).strip());
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.accept();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.reject();
        }
    }
}
