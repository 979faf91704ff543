package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final int TIMES = 100_000;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void ringsBeforeItHangsAreHeardOnce() {
        var bell = bell(true);
        bell.ring();
        bell.ring();
        assertThat(threads).isEmpty();

        bell.hang();
        answer();

        assertThat(runs).hasValue(1);
    }

    @Test
    void manyRingsAtRestNeedOneThread() {
        var bell = bell(true);
        bell.hang();
        answer();
        bell.ring();
        bell.ring();

        assertThat(threads).hasSize(1);
        answer();
        assertThat(runs).hasValue(2);
    }

    @Test
    void workThatIsOverIsNotCalledAgain() {
        var bell = bell(false);
        bell.hang();
        answer();
        bell.ring();

        assertThat(threads).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void theWorkSeesEveryChangeMadeBeforeARingAndNeverRunsTwiceAtATime() throws InterruptedException {
        var said = new AtomicInteger();
        var heard = new AtomicInteger();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new CountDownLatch(1);
        var bell = new Bell(Thread::startVirtualThread, () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            heard.set(said.get());
            inside.decrementAndGet();
            if (heard.get() == TIMES) {
                all.countDown();
            }
            return true;
        });
        bell.hang();
        for (var i = 1; i <= TIMES; i++) {
            said.set(i);
            bell.ring();
        }
        all.await();

        assertThat(heard).hasValue(TIMES);
        assertThat(most).hasValue(1);
    }

    private Bell bell(boolean again) {
        return new Bell(threads::add, () -> {
            runs.incrementAndGet();
            return again;
        });
    }

    private void answer() {
        threads.remove().run();
    }
}
