package io.trunkline.desktop.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.RecordingId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final Interaction running = Samples.active(Samples.offered(1, Channel.VOICE, Samples.ANA));
    private final HistoryViewModel model =
            new HistoryViewModel(session, new OneInteraction(), new SameThreadWork(), new ManualTicker(Samples.NINE));
    private final List<InteractionState> shown = new ArrayList<>();

    @Test
    void theChosenOneIsShownAgainWhenItChanges() {
        model.activate();
        model.chosen().set(running);
        model.chosen().subscribe(now -> shown.add(now.state()));

        session.apply(new InteractionEvent.Completed(Samples.completed(running)));

        assertThat(shown).containsExactly(InteractionState.ACTIVE, InteractionState.COMPLETED);
        assertThat(model.list().rows()).singleElement().isEqualTo(model.chosen().get());
    }

    @Test
    void anotherOneThatChangesIsNotShown() {
        model.activate();
        model.chosen().set(running);

        session.apply(new InteractionEvent.Completed(
                Samples.completed(Samples.active(Samples.offered(2, Channel.VOICE, Samples.ANA)))));

        assertThat(model.chosen().get()).isEqualTo(running);
    }

    private final class OneInteraction implements HistoryGateway {
        @Override
        public Page<Interaction> interactions(@Nullable String cursor) {
            return new Page<>(List.of(running), null);
        }

        @Override
        public InteractionDetail detail(InteractionId interaction) {
            throw new AssertionError("Not asked for");
        }

        @Override
        public List<Recording> recordings(InteractionId interaction) {
            return List.of();
        }

        @Override
        public byte[] audio(RecordingId recording) {
            return new byte[0];
        }
    }
}
