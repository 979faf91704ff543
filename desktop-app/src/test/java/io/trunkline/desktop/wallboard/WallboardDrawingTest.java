package io.trunkline.desktop.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.wallboard.widget.AgentRow;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.Wallboard;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class WallboardDrawingTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final AtomicInteger drawings = new AtomicInteger();

    @Test
    void twoHundredChangesInOneFrameAreDrawnOnceAndTheLastIsSeen() {
        var model = model();
        var first = Samples.figures().getFirst();
        var stage = Fx.show(Shade.DARK, 1000, 600, () -> new WallboardView(model));
        try {
            Fx.run(model::activate);
            Fx.settle();
            Fx.run(() -> {
                model.queues().addListener((ListChangeListener<QueueFigures>) _ -> drawings.incrementAndGet());
                IntStream.rangeClosed(1, 200)
                        .forEach(waiting -> session.figures().put(first.queue().id(), waiting(first, waiting)));
            });
            Fx.until(() -> model.queues().stream().anyMatch(each -> each.waiting() == 200));

            assertThat(drawings).hasValue(1);
        } finally {
            Fx.run(model::deactivate);
            Fx.close(stage);
        }
    }

    @Test
    void ofAThousandAgentsOnlyTheRowOfWhoDoesSomethingElseIsMadeAnew() {
        var model = model();
        var agents =
                IntStream.range(0, 1_000).mapToObj(WallboardDrawingTest::agent).toList();
        var stage = Fx.show(Shade.DARK, 1000, 600, () -> new WallboardView(model));
        try {
            Fx.run(() -> {
                model.activate();
                agents.forEach(each -> session.agents().put(each.id(), available(each)));
            });
            Fx.until(() -> rows(stage.getScene().getRoot()).size() == 1_000);
            var before = Fx.on(() -> rows(stage.getScene().getRoot()));
            Fx.run(() ->
                    session.agents().put(agents.get(7).id(), Samples.presence(agents.get(7), PresenceState.ENGAGED)));
            Fx.until(() -> !rows(stage.getScene().getRoot()).equals(before));
            var after = Fx.on(() -> rows(stage.getScene().getRoot()));

            after.removeAll(before);
            assertThat(after).hasSize(1);
        } finally {
            Fx.run(model::deactivate);
            Fx.close(stage);
        }
    }

    private WallboardViewModel model() {
        return Fx.on(() ->
                new WallboardViewModel(session, new NobodyYet(), new SameThreadWork(), new ManualTicker(Samples.NINE)));
    }

    private static Set<Node> rows(Node root) {
        return root.lookupAll(".agent-row").stream()
                .filter(AgentRow.class::isInstance)
                .collect(Collectors.toSet());
    }

    private static AgentRef agent(int number) {
        return new AgentRef(new AgentId(new UUID(0, 1_000 + number)), "Agent %04d".formatted(number));
    }

    private static Presence available(AgentRef agent) {
        return Samples.presence(agent, PresenceState.AVAILABLE);
    }

    private static QueueFigures waiting(QueueFigures of, int waiting) {
        return new QueueFigures(
                of.queue(),
                waiting,
                of.longestWaitingSince(),
                of.active(),
                of.wrapping(),
                of.agentsAvailable(),
                of.agentsEngaged(),
                of.agentsWrapUp(),
                of.agentsAway(),
                of.arrived(),
                of.answered(),
                of.abandoned(),
                of.serviceLevel(),
                of.averageWaitSeconds(),
                of.averageHandleSeconds(),
                of.at());
    }

    private static final class NobodyYet implements WallboardGateway {
        @Override
        public Wallboard wallboard() {
            return new Wallboard(Samples.figures(), Samples.NINE);
        }

        @Override
        public List<Presence> agents() {
            return List.of();
        }
    }
}
