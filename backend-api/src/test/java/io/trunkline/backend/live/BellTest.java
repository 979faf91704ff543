package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final int TIMES = 100_000;

    @Test
    void aRingBeforeTheRestIsNotLost() {
        var bell = new Bell();
        bell.ring();
        bell.ring();

        assertThat(bell.rest()).isTrue();
    }

    @Test
    void whoeverRestsHearsEveryChangeMadeBeforeARing() throws InterruptedException {
        var bell = new Bell();
        var said = new AtomicInteger();
        var heard = new AtomicInteger();
        var listener = Thread.ofVirtual().start(() -> {
            while (heard.get() < TIMES && bell.rest()) {
                heard.set(said.get());
            }
        });
        for (var i = 1; i <= TIMES; i++) {
            said.set(i);
            bell.ring();
        }
        listener.join();

        assertThat(heard).hasValue(TIMES);
    }

    @Test
    void anInterruptEndsTheRest() throws InterruptedException {
        var bell = new Bell();
        var ended = new CountDownLatch(1);
        var listener = Thread.ofVirtual().start(() -> {
            if (!bell.rest()) {
                ended.countDown();
            }
        });
        listener.interrupt();

        ended.await();
        listener.join();
    }
}
