package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.CountdownRing;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One offer: who, why it comes, how long they waited, the time left, and the two answers.
final class OfferCard extends VBox {
    private static final double RING = 40;

    private final OffersViewModel model;
    private final Reservation offer;

    OfferCard(OffersViewModel model, Reservation offer) {
        this.model = model;
        this.offer = offer;
        getStyleClass().add("offer-card");
        setId("offer-" + offer.id());
        getChildren().addAll(head(), waited(), answers());
        setAccessibleText(
                Text.of("softphone.offer.name", Numbers.shown(offer.contact().name())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox head() {
        var look = ChannelLook.of(offer.channel());
        var kind = new Label(Text.of(kindKey()), look.small());
        kind.getStyleClass().addAll(Type.LABEL.style(), Type.MUTED);
        var name = Type.NAME.line(Numbers.shown(offer.contact().name()));
        var who = new VBox(kind, name);
        addAddress(who);
        who.getStyleClass().add("who");
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        var ring = new CountdownRing(model.ticker(), offer.offeredAt(), offer.deadline(), RING);
        var head = new HBox(who, ring);
        head.getStyleClass().add("head");
        return head;
    }

    private void addAddress(VBox who) {
        var address = OffersViewModel.address(offer);
        if (!address.isEmpty()) {
            who.getChildren().add(Type.BODY.line(address, Type.DIGITS));
        }
    }

    private String kindKey() {
        return offer.channel() == Channel.VOICE ? "softphone.offer.call" : "softphone.offer.text";
    }

    private Label waited() {
        var line = Type.BODY.line("", Type.MUTED);
        var queue = offer.queue();
        WhileShown.tick(line, model.ticker(), now -> {
            var waited = Times.inWords(Duration.between(offer.waitingSince(), now));
            line.setText(
                    queue == null
                            ? Text.of("softphone.offer.direct", waited)
                            : Text.of("softphone.offer.waited", queue.name(), waited));
        });
        return line;
    }

    private HBox answers() {
        var answer = button("softphone.offer.answer", "Enter", () -> model.answer(offer));
        answer.setId("answer");
        answer.getStyleClass().add("success");
        answer.setDefaultButton(false);
        var decline = button("softphone.offer.decline", "Esc", () -> model.decline(offer));
        decline.setId("decline");
        var answers = new HBox(answer, decline);
        answers.getStyleClass().add("answers");
        answers.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.answering().contains(offer.id()), model.answering()));
        return answers;
    }

    private static Button button(String key, String press, Runnable act) {
        var button = new Button(Text.of(key));
        button.setOnAction(_ -> act.run());
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        Hover.say(button, Text.of(key) + "  " + press);
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.answer(offer);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.decline(offer);
        }
    }
}
