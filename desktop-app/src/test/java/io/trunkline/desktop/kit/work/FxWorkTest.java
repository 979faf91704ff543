package io.trunkline.desktop.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FxWorkTest {
    /// Stands for the FX thread: what is brought back waits here until the test runs it.
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();

    private final Activities activities = new Activities();
    private final FxWork work = new FxWork(activities, fx::add, Duration.ofMillis(20));

    @AfterEach
    void stop() {
        work.close();
    }

    @Test
    void bringsTheOutcomeBack() throws Exception {
        var seen = new ArrayList<String>();
        work.run(() -> Thread.currentThread().isVirtual() ? "off the thread" : "on it", seen::add, e -> {});
        assertThat(seen).isEmpty();
        back();
        assertThat(seen).containsExactly("off the thread");
    }

    @Test
    void bringsTheFailureBack() throws Exception {
        var seen = new ArrayList<String>();
        work.run(
                () -> {
                    throw new IOException("offline");
                },
                _ -> seen.add("done"),
                e -> seen.add(e.getMessage()));
        back();
        assertThat(seen).containsExactly("offline");
    }

    @Test
    void whatTakesLongStandsInTheListUntilItEnds() throws Exception {
        var gate = new CountDownLatch(1);
        work.run("notes.save.running", () -> gate.await(1, TimeUnit.MINUTES), _ -> {}, _ -> {});
        back();
        assertThat(activities.list()).extracting(Activities.Activity::name).containsExactly("notes.save.running");
        gate.countDown();
        back();
        assertThat(activities.list()).isEmpty();
    }

    @Test
    void cancelledWorkIsInterruptedAndSaysNothing() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var seen = new ArrayList<String>();
        var running = work.run(
                () -> {
                    try {
                        begun.countDown();
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                },
                _ -> seen.add("done"),
                _ -> seen.add("failed"));
        begun.await();
        running.cancel();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        back();
        back();
        assertThat(seen).isEmpty();
    }

    @Test
    void whatTheAgentGivesUpInTheListIsInterruptedAndItsOwnerToldSoOnce() throws Exception {
        var interrupted = new CountDownLatch(1);
        var seen = new ArrayList<Exception>();
        work.run(
                "softphone.dialer.calling",
                () -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                },
                _ -> {},
                seen::add);
        back();
        activities.list().getFirst().running().cancel();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(activities.list()).isEmpty();
        back();
        assertThat(seen).singleElement().isInstanceOf(GivenUp.class);
    }

    private void back() throws InterruptedException {
        var next = fx.poll(5, TimeUnit.SECONDS);
        assertThat(next).as("something comes back to the FX thread").isNotNull();
        next.run();
    }
}
