package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StopTest {
    private final Stop stop = new Stop();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void whatHasStartedIsClosed() {
        stop.started(closed::countDown);

        stop.stop();

        assertThat(closed.getCount()).isZero();
    }

    @Test
    void whatStillStartsIsClosedOnceItHas() throws InterruptedException {
        var stopping = Thread.ofVirtual().start(stop::stop);
        Waits.until("the stop waits", () -> stopping.getState() == Thread.State.TIMED_WAITING);

        stop.started(closed::countDown);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        stopping.join();
    }

    @Test
    void aStartThatFailedHoldsNobodyUp() {
        stop.notStarted();

        stop.stop();

        assertThat(closed.getCount()).isOne();
    }
}
