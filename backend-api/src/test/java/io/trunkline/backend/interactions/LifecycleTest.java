package io.trunkline.backend.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.AgentId;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final QueueId SALES = new QueueId(UUID.randomUUID());
    private static final QueueId HELP = new QueueId(UUID.randomUUID());
    private static final AgentId ANA = new AgentId(UUID.randomUUID());
    private static final AgentId BEN = new AgentId(UUID.randomUUID());
    private static final DispositionId SOLVED = new DispositionId(UUID.randomUUID());

    private static final List<Happening> EVERYTHING = List.of(
            new Happening.Queued(SALES),
            new Happening.Queued(HELP),
            new Happening.Answered(ANA),
            new Happening.Answered(BEN),
            new Happening.Transferred(HELP),
            new Happening.Transferred(null),
            new Happening.PassedOut(),
            new Happening.Ended(Outcome.HANDLED),
            new Happening.Ended(Outcome.ABANDONED),
            new Happening.Ended(Outcome.FAILED),
            new Happening.Completed(SOLVED),
            new Happening.Completed(null));

    @Test
    void goesFromArrivalToDisposition() {
        var end = run(
                new Happening.Queued(SALES),
                new Happening.Answered(ANA),
                new Happening.Ended(Outcome.HANDLED),
                new Happening.Completed(SOLVED));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.outcome()).isEqualTo(Outcome.HANDLED);
        assertThat(end.agent()).isEqualTo(ANA);
        assertThat(end.queue()).isEqualTo(SALES);
        assertThat(end.disposition()).isEqualTo(SOLVED);
    }

    @Test
    void isAbandonedWhenTheContactLeavesTheQueue() {
        var end = run(new Happening.Queued(SALES), new Happening.Ended(Outcome.HANDLED));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void isHandledWhenTheContactLeavesAfterATransfer() {
        var end = run(
                new Happening.Queued(SALES),
                new Happening.Answered(ANA),
                new Happening.Transferred(HELP),
                new Happening.Ended(Outcome.ABANDONED));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.outcome()).isEqualTo(Outcome.HANDLED);
        assertThat(end.queue()).isEqualTo(HELP);
    }

    @Test
    void aLateQueueNoticeDoesNotTakeTheCallFromTheAgent() {
        var talking = run(new Happening.Queued(SALES), new Happening.Answered(ANA));

        assertThat(Lifecycle.after(talking, new Happening.Queued(SALES), NINE)).isEmpty();
    }

    @Test
    void whoseLeavingIsToldBeforeTheirQueueAbandonedThatQueue() {
        var overtaken = run(new Happening.Ended(Outcome.ABANDONED), new Happening.Queued(SALES));
        var inOrder = run(new Happening.Queued(SALES), new Happening.Ended(Outcome.ABANDONED));

        assertThat(overtaken).isEqualTo(inOrder);
        assertThat(Lifecycle.after(overtaken, new Happening.Queued(HELP), NINE)).isEmpty();
    }

    @Test
    void theWrapUpOfTheAgentBeforeTheTransferDoesNotEndIt() {
        var talking = run(new Happening.Answered(ANA), new Happening.Transferred(null), new Happening.Answered(BEN));

        assertThat(Lifecycle.after(talking, new Happening.Completed(SOLVED), NINE))
                .isEmpty();
    }

    @Test
    void nobodyWrapsUpWhatWasPassedOutside() {
        var end = run(new Happening.Answered(ANA), new Happening.PassedOut(), new Happening.Ended(Outcome.HANDLED));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
    }

    @Test
    void repeatsChangeNothing() {
        for (var what : EVERYTHING) {
            for (var seed = 0; seed < 50; seed++) {
                var once = Lifecycle.after(walk(new Random(seed), 6), what, NINE);
                once.ifPresent(standing -> assertThat(Lifecycle.after(standing, what, NINE.plusSeconds(9)))
                        .as("%s", what)
                        .isEmpty());
            }
        }
    }

    @Test
    void neverGoesBackButByTransferAndNeverLeavesTheEnd() {
        var random = new Random(20261102);
        for (var walk = 0; walk < 20_000; walk++) {
            var now = Standing.OPENED;
            for (var step = 0; step < 12; step++) {
                var before = now;
                var what = EVERYTHING.get(random.nextInt(EVERYTHING.size()));
                now = Lifecycle.after(before, what, NINE.plusSeconds(step)).orElse(before);
                var back = now.state().compareTo(before.state()) < 0;
                assertThat(back && !(what instanceof Happening.Transferred)).isFalse();
                assertThat(before.state() == InteractionState.COMPLETED
                                && !now.equals(before)
                                && !now.equals(before.hadWaited(SALES))
                                && !now.equals(before.hadWaited(HELP)))
                        .isFalse();
                assertThat(before.answeredAt() != null && !before.answeredAt().equals(now.answeredAt()))
                        .isFalse();
                assertThat(before.endedAt() != null && !before.endedAt().equals(now.endedAt()))
                        .isFalse();
            }
        }
    }

    private static Standing run(Happening... happenings) {
        var now = Standing.OPENED;
        for (var what : happenings) {
            now = Lifecycle.after(now, what, NINE).orElseThrow();
        }
        return now;
    }

    private static Standing walk(Random random, int steps) {
        var now = Standing.OPENED;
        for (var step = 0; step < steps; step++) {
            now = Lifecycle.after(now, EVERYTHING.get(random.nextInt(EVERYTHING.size())), NINE)
                    .orElse(now);
        }
        return now;
    }
}
