package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void everyItemIsCommittedOnceAndCompanySharesACommit() throws Exception {
        var committed = new ConcurrentLinkedQueue<Integer>();
        var commits = new AtomicInteger();
        var group = new GroupCommit<Integer>(2, 50, THREADS, batch -> {
            assertThat(batch).hasSizeLessThanOrEqualTo(50);
            commits.incrementAndGet();
            rest();
            committed.addAll(batch);
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<java.util.concurrent.Future<?>>();
            for (var item = 0; item < 500; item++) {
                var mine = item;
                done.add(threads.submit(() -> {
                    assertThat(group.add(mine, LONG)).isTrue();
                    assertThat(committed).contains(mine);
                }));
            }
            for (var each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(committed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 500).boxed().toList());
        assertThat(commits.get()).isLessThan(250);
    }

    @Test
    void aFailedCommitFailsItsCallersAndNobodyElse() {
        var group = new GroupCommit<String>(1, 10, THREADS, batch -> {
            if (batch.equals(List.of("bad"))) {
                throw new IllegalStateException("no");
            }
        });

        assertThatThrownBy(() -> group.add("bad", LONG)).hasMessage("no");
        assertThat(group.add("good", LONG)).isTrue();
    }

    @Test
    void nobodyIsBoundToACommitThatHangs() {
        var way = new CountDownLatch(1);
        var group = new GroupCommit<String>(1, 10, THREADS, _ -> await(way));

        assertThat(group.add("first", Duration.ofMillis(20))).isFalse();
        assertThat(group.add("second", Duration.ofMillis(20))).isFalse();
        way.countDown();
        assertThat(group.add("third", LONG)).isTrue();
    }

    private static void await(CountDownLatch way) {
        try {
            assertThat(way.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As long as a commit may take. (A park would end at once: the leader was unparked before.)
    private static void rest() {
        try {
            assertThat(new Semaphore(0).tryAcquire(20, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
