package io.trunkline.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Problem;
import io.trunkline.model.interaction.NewNote;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Cache cache = Cache.inMemory(Clock.fixed(Samples.NINE, ZoneOffset.UTC));
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final List<String> delivered = new ArrayList<>();
    private boolean reachable = true;
    private boolean tooOld;
    private final Outbox outbox = outbox();

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void sendsInOrderOnceTheBackendAnswersAgain() {
        reachable = false;
        send(1, "first");
        send(2, "second");
        assertThat(delivered).isEmpty();
        assertThat(cache.unsent().all()).hasSize(2);

        reachable = true;
        ticker.advance(Duration.ofSeconds(4));
        assertThat(delivered).containsExactly("first", "second");
        assertThat(outbox.entries()).isEmpty();
        assertThat(cache.unsent().all()).isEmpty();
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void aProgramThatIsTooOldKeepsWhatWaitsUntilANewerOneSendsIt() {
        tooOld = true;
        send(1, "first");
        ticker.advance(Duration.ofSeconds(10));
        assertThat(delivered).isEmpty();
        assertThat(outbox.entries())
                .singleElement()
                .satisfies(left -> assertThat(left.state()).isEqualTo(Outbox.State.WAITING));
        assertThat(cache.unsent().all()).hasSize(1);

        tooOld = false;
        outbox().resume();
        assertThat(delivered).containsExactly("first");
    }

    @Test
    void aRefusedCommandStepsAsideAndCanBeGivenUp() {
        send(1, "refuse");
        send(2, "second");
        assertThat(delivered).containsExactly("second");
        assertThat(outbox.entries()).singleElement().satisfies(left -> {
            assertThat(left.state()).isEqualTo(Outbox.State.REFUSED);
            assertThat(left.sentence()).isEqualTo("The interaction is completed");
            outbox.discard(left.pending());
        });
        assertThat(outbox.entries()).isEmpty();
        assertThat(cache.unsent().all()).isEmpty();
    }

    @Test
    void aNewStartSendsWhatTheLastOneLeft() {
        reachable = false;
        send(1, "first");
        reachable = true;
        outbox().resume();
        assertThat(delivered).containsExactly("first");
        assertThat(cache.unsent().all()).isEmpty();
    }

    private Outbox outbox() {
        return new Outbox(cache.unsent(), this::deliver, new SameThreadWork(), ticker);
    }

    private void send(int command, String text) {
        outbox.send(note(command, text), () -> {}, e -> {
            throw new AssertionError(e);
        });
    }

    private static Pending note(int command, String text) {
        return new Pending.Note(
                new InteractionId(Samples.id(1)), new NewNote(new CommandId(Samples.id(command)), text));
    }

    private void deliver(Pending pending) {
        if (tooOld) {
            throw new BackendFailure.Outdated("This centre needs 0.2.0 or newer.");
        }
        if (!reachable) {
            throw new BackendFailure.Unreachable("not now");
        }
        var text = ((Pending.Note) pending).note().text();
        if (text.equals("refuse")) {
            throw new BackendFailure.Refused(
                    new Problem("about:blank", "No", 409, "The interaction is completed", null, List.of()));
        }
        delivered.add(text);
    }
}
