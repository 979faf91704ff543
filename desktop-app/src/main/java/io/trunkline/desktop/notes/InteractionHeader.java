package io.trunkline.desktop.notes;

import io.trunkline.desktop.kit.control.Avatar;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.look.ReservationLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Talk;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who, on which channel, from which queue, since when; and how a written exchange is ended.
final class InteractionHeader extends HBox {
    private final WrapUpViewModel model;
    private final Avatar avatar = new Avatar("", 32);
    private final Label name = Type.TITLE.line("");
    private final Label about = Type.BODY.line("", Type.MUTED);
    private final Label state = Type.BODY.of("");
    private final TimerLabel timer;
    private final Button finish = new Button(Text.of("notes.finish.act"));

    InteractionHeader(WrapUpViewModel model, Ticker ticker) {
        this.model = model;
        this.timer = TimerLabel.since(ticker);
        getStyleClass().add("interaction-header");
        getStylesheets().add(Theme.sheet(InteractionHeader.class, "notes.css"));
        state.setMinWidth(USE_PREF_SIZE);
        var who = new VBox(name, about);
        who.getStyleClass().add("who");
        who.setMinWidth(0);
        setHgrow(who, Priority.ALWAYS);
        finish.setId("finish");
        finish.setMinWidth(USE_PREF_SIZE);
        finish.setOnAction(_ -> model.finish());
        Hover.say(finish, Text.of("notes.finish.hint"));
        getChildren().addAll(avatar, who, state, timer, finish);
        WhileShown.subscribe(this, () -> model.reservation().subscribe(this::show));
        finish.visibleProperty()
                .bind(Bindings.createBooleanBinding(this::canFinish, model.phase(), model.reservation()));
        finish.managedProperty().bind(finish.visibleProperty());
    }

    private boolean canFinish() {
        var reservation = model.reservation().get();
        return reservation != null
                && reservation.channel() == Channel.SMS
                && model.phase().get() == Phase.ACTIVE;
    }

    private void show(@Nullable Reservation of) {
        if (of == null) {
            return;
        }
        avatar.show(of.contact().name());
        name.setText(Numbers.shown(of.contact().name()));
        var queue = of.queue();
        var channel = ChannelLook.of(of.channel());
        about.setText(queue == null ? channel.text() : Text.of("notes.header.about", channel.text(), queue.name()));
        about.setGraphic(channel.small());
        var look = ReservationLook.of(of.state());
        state.setText(look.text());
        state.setGraphic(look.small());
        timer.momentProperty().set(Talk.since(of));
        timer.setVisible(of.state() != ReservationState.WRAPPING);
        timer.setManaged(timer.isVisible());
    }
}
