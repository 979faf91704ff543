package io.trunkline.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.TargetKind;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferViewTest {
    private static final AgentRef OLGA = new AgentRef(new AgentId(new UUID(0, 14)), "Olga Petrova");

    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final Floor floor = new Floor();
    private final TransferViewModel model = new TransferViewModel(
            session, floor, new SameThreadWork(), new ManualTicker(Samples.NINE), new Numbers(session.me()));
    private Stage stage;

    /// The queues and colleagues of the samples; notes where calls are sent.
    private static final class Floor implements TransfersGateway {
        final List<String> sent = new ArrayList<>();

        @Override
        public List<QueueFigures> queues() {
            return Samples.figures();
        }

        @Override
        public List<Presence> agents() {
            return List.of(
                    Samples.presence(OLGA, PresenceState.AVAILABLE),
                    Samples.presence(Samples.MIA, PresenceState.ENGAGED));
        }

        @Override
        public void transfer(InteractionId interaction, Transfer transfer) {
            sent.add(transfer.target());
        }
    }

    @BeforeEach
    void inACall() {
        stage = Fx.show(Shade.LIGHT, 700, 500, () -> {
            model.activate();
            session.apply(
                    new ReservationEvent.Accepted(Samples.accepted(Samples.offered(1, Channel.VOICE, Samples.ANA))));
            model.toggle();
            return new TransferView(model);
        });
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void theChosenQueueStaysChosenWhileItsFiguresChange() {
        var list = targets();
        Fx.run(() -> list.getSelectionModel().select(at(list, "Sales")));

        for (var each : Samples.figures()) {
            for (var figures : List.of(each, busier(each), each)) {
                Fx.run(() -> session.figures().put(figures.queue().id(), figures));
                assertThat(Fx.on(() -> list.getSelectionModel().getSelectedItem()))
                        .extracting(Target::name)
                        .isEqualTo("Sales");
            }
        }

        Fx.press(list, KeyCode.ENTER);
        assertThat(floor.sent)
                .containsExactly(Samples.figures().getLast().queue().id().toString());
    }

    @Test
    void noColleagueMovesUnderThePointerWhileTheChoiceIsOpen() {
        Fx.run(() -> model.kind().set(TargetKind.AGENT));
        var before = names();

        Fx.run(() -> {
            session.agents().put(OLGA.id(), Samples.presence(OLGA, PresenceState.ENGAGED));
            session.agents().put(Samples.MIA.id(), Samples.presence(Samples.MIA, PresenceState.AVAILABLE));
        });

        assertThat(names()).containsExactlyElementsOf(before);
        assertThat(model.targets()).extracting(Target::presence).contains(PresenceState.ENGAGED);
        Fx.run(() -> {
            model.toggle();
            model.toggle();
        });
        assertThat(names()).hasSameElementsAs(before).isNotEqualTo(before);
    }

    private List<String> names() {
        return model.targets().stream().map(Target::name).toList();
    }

    private static QueueFigures busier(QueueFigures of) {
        return new QueueFigures(
                of.queue(),
                of.waiting() + 1,
                of.longestWaitingSince(),
                of.active(),
                of.wrapping(),
                of.agentsAvailable(),
                of.agentsEngaged(),
                of.agentsWrapUp(),
                of.agentsAway(),
                of.arrived() + 1,
                of.answered(),
                of.abandoned(),
                of.serviceLevel(),
                of.averageWaitSeconds(),
                of.averageHandleSeconds(),
                of.at().plusSeconds(1));
    }

    private static int at(ListView<Target> list, String name) {
        return list.getItems().stream().map(Target::name).toList().indexOf(name);
    }

    @SuppressWarnings("unchecked")
    private ListView<Target> targets() {
        return (ListView<Target>) stage.getScene().lookup("#transfer-targets");
    }
}
