package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.call.Started;
import io.trunkline.model.live.ReservationEvent;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialerViewModelTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final FakePhone phone = new FakePhone();
    private final ReadOnlyBooleanWrapper callLives = new ReadOnlyBooleanWrapper();
    private final List<Started> began = new ArrayList<>();
    private final DialerViewModel model = new DialerViewModel(
            session, phone, new SameThreadWork(), new Numbers("ES"), callLives.getReadOnlyProperty(), began::add);

    @BeforeEach
    void typeANumber() {
        model.number().set("911 234 567");
    }

    @Test
    void aNumberIsCalledAsItIsDialledFromAnywhere() {
        model.call();
        assertThat(phone.asked).containsExactly("call +34911234567");
        assertThat(began).hasSize(1);
        assertThat(model.number().get()).isEmpty();
    }

    @Test
    void duringACallNoOtherIsBegun() {
        callLives.set(true);
        model.call();
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void whatTheBackendRefusesIsToldAndTheNumberKept() {
        phone.refusal = "There is no such queue.";
        model.call();
        assertThat(began).isEmpty();
        assertThat(model.number().get()).isEqualTo("911 234 567");
        assertThat(model.problem().get())
                .isNotNull()
                .satisfies(trouble -> assertThat(trouble.next()).isEqualTo("There is no such queue."));
        session.apply(new ReservationEvent.Accepted(Samples.outbound(3, null)));
        assertThat(began).as("of another desk").isEmpty();
    }

    @Test
    void aCallOfWhichTheFeedTellsThoughTheBackendsWordIsLostBringsTheVoice() {
        phone.answersLost = true;
        phone.beforeAnswer = () -> session.apply(new ReservationEvent.Accepted(Samples.outbound(3, null)));
        model.call();
        assertBegun();
    }

    @Test
    void aCallOfWhichTheFeedTellsLaterBringsTheVoiceOnce() {
        phone.answersLost = true;
        model.call();
        assertThat(model.problem().get()).isNotNull();
        session.apply(new ReservationEvent.Accepted(Samples.outbound(3, null)));
        session.apply(new ReservationEvent.Accepted(Samples.outbound(3, Samples.NINE.plusSeconds(12))));
        assertBegun();
    }

    private void assertBegun() {
        var call = Samples.outbound(3, null);
        assertThat(began).containsExactly(new Started(call.interaction(), call.id()));
        assertThat(model.problem().get()).isNull();
        assertThat(model.number().get()).isEmpty();
    }
}
