package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.model.Channel;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.ReservationEvent;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An agent's acts on the real views, over a backend of samples.
class DeskFlowTest {
    private final Desk desk = new Desk(Shade.LIGHT, 1440, 900);
    private final Reservation call = Samples.offered(1, Channel.VOICE, Samples.ANA);
    private final Reservation text = Samples.offered(2, Channel.SMS, Samples.ANA);

    @BeforeEach
    void signedIn() {
        desk.tell(Samples.desk(1, List.of()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCallFromOfferToDisposition() {
        Fx.run(() -> desk.session.apply(new ReservationEvent.Offered(call)));
        press("answer");
        assertThat(desk.floor.told).containsExactly("ringing", "accept");

        Fx.run(() -> {
            desk.session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
            desk.session.apply(new InteractionEvent.Answered(Samples.active(call)));
        });
        press("mute");
        press("end-call");
        assertThat(desk.floor.told).contains("mute true", "hang up");

        type("note", "Wants a call back on Monday");
        press("save-note");
        Fx.run(() -> desk.session.apply(
                new ReservationEvent.Wrapping(Samples.wrapping(call, Samples.NINE.plusSeconds(60)))));
        var complete = (Button) desk.find("complete");
        assertThat(complete.isDisabled()).isTrue();
        assertThat(((Label) desk.find("obstacle")).getText()).isEqualTo("Choose a disposition to complete.");

        Fx.run(() ->
                ((ComboBox<?>) desk.find("disposition")).getSelectionModel().select(0));
        press("complete");
        assertThat(desk.delivered).hasSize(2);
        assertThat(desk.delivered.getFirst())
                .isInstanceOfSatisfying(
                        Pending.Note.class,
                        note -> assertThat(note.note().text()).isEqualTo("Wants a call back on Monday"));
        assertThat(desk.delivered.getLast())
                .isInstanceOfSatisfying(
                        Pending.Complete.class,
                        done -> assertThat(done.completion().disposition()).isNotNull());

        Fx.run(() -> desk.session.apply(new ReservationEvent.Completed(
                Samples.in(call, ReservationState.COMPLETED, Samples.NINE, Samples.NINE))));
        assertThat(desk.session.selected().get()).isNull();
    }

    @Test
    void theButtonOfHoldShowsWhatIsAndNotWhatWasPressed() {
        var accepted = Samples.accepted(call);
        desk.tell(Samples.desk(2, List.of(accepted)));
        press("hold");
        assertThat(desk.floor.told).contains("hold true");
        assertThat(isOn("hold")).isFalse();

        Fx.run(() -> desk.session.apply(
                new CallEvent.Changed(new CallState(call.interaction(), true, true, false, true, false, List.of()))));
        assertThat(isOn("hold")).isTrue();
    }

    @Test
    void anOfferIsAnsweredWithEnterAndDeclinedWithEscape() {
        Fx.run(() -> desk.session.apply(new ReservationEvent.Offered(call)));
        Fx.press(desk.find("decline"), KeyCode.ESCAPE);
        assertThat(desk.floor.told).containsExactly("ringing", "decline");
    }

    @Test
    void aTextIsSentWithEnterAndFinishedWithItsButton() {
        desk.tell(Samples.desk(2, List.of(Samples.accepted(text))));
        Fx.run(() -> {
            desk.session.apply(new InteractionEvent.Answered(Samples.active(text)));
            desk.session.threads().put(Samples.thread(text, "", 1).id(), Samples.thread(text, "Any news?", 1));
        });
        type("composer", "It is on its way");
        Fx.press(desk.find("composer"), KeyCode.ENTER);
        assertThat(desk.delivered)
                .singleElement()
                .isInstanceOfSatisfying(
                        Pending.Text.class,
                        sent -> assertThat(sent.message().text()).isEqualTo("It is on its way"));
        press("finish");
        assertThat(desk.floor.told).contains("end");
    }

    @Test
    void whatIsWrittenWithoutAConnectionIsSentWhenItIsBack() {
        desk.tell(Samples.desk(2, List.of(Samples.accepted(call))));
        desk.floor.reachable = false;
        type("note", "Offline note");
        press("save-note");
        assertThat(desk.delivered).isEmpty();
        assertThat(((TextInputControl) desk.find("note")).getText()).isEmpty();

        desk.floor.reachable = true;
        Fx.run(desk.outbox::pump);
        assertThat(desk.delivered).hasSize(1);
    }

    @Test
    void aCallIsTransferredToAQueue() {
        desk.tell(Samples.desk(2, List.of(Samples.accepted(call))));
        press("transfer");
        Fx.settle();
        var act = Fx.on(() -> desk.find("transfer-targets").lookupAll(".button").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
        Fx.run(act::fire);
        assertThat(desk.floor.told).contains("transfer QUEUE " + Samples.BILLING.id());
    }

    @Test
    void onlyANumberThatCanExistIsCalled() {
        type("dial-number", "123");
        assertThat(((Button) desk.find("dial")).isDisabled()).isTrue();
        type("dial-number", "911 23 45 67");
        assertThat(((Label) desk.find("dial-hint")).getText()).isEqualTo("Calls +34 911 23 45 67");
        press("dial");
        assertThat(desk.floor.told).contains("call +34911234567");
    }

    private boolean isOn(String id) {
        return Fx.on(() -> desk.find(id) instanceof ToggleButton button && button.isSelected());
    }

    private void press(String id) {
        Fx.run(() -> ((ButtonBase) desk.stage.getScene().lookup("#" + id)).fire());
    }

    private void type(String id, String words) {
        Fx.run(() -> ((TextInputControl) desk.stage.getScene().lookup("#" + id)).setText(words));
    }
}
