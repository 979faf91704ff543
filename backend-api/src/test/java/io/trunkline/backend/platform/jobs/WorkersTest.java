package io.trunkline.backend.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void aLoopGoesOnAfterAFailure() throws InterruptedException {
        var turns = new CountDownLatch(3);
        try (var workers = new Workers()) {
            workers.loop("failing", Duration.ofMillis(1), () -> {
                turns.countDown();
                throw new IllegalStateException("once more");
            });

            assertThat(turns.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aWokenLoopDoesNotWaitForItsTick() throws InterruptedException {
        var turns = new CountDownLatch(2);
        try (var workers = new Workers()) {
            var loop = workers.loop("woken", Duration.ofHours(1), turns::countDown);
            loop.wake();

            assertThat(turns.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void manyWakesDuringOneTurnCostOneMore() throws InterruptedException {
        var turns = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var second = new CountDownLatch(2);
        try (var workers = new Workers()) {
            var loop = workers.loop("busy", Duration.ofHours(1), () -> {
                turns.incrementAndGet();
                second.countDown();
                begun.countDown();
                uninterrupted(release);
            });
            begun.await();
            for (var i = 0; i < 1000; i++) {
                loop.wake();
            }
            release.countDown();

            assertThat(second.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(turns).hasValue(2);
    }

    @Test
    void nothingIsStartedOnceAllIsStopped() {
        var workers = new Workers();
        workers.close();

        assertThatThrownBy(() -> workers.submit("late", () -> {})).isInstanceOf(IllegalStateException.class);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
