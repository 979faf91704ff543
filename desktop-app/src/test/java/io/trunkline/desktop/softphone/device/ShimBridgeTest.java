package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.trunkline.desktop.headless.Fx;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// bridge.js: the SDK's asynchronous interfaces are promises that Java keeps or breaks.
@Timeout(60)
class ShimBridgeTest {
    @Test
    void aQuestionIsAnsweredByItsNumber() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "trunkline.ask(\"a\", 7, {x: 1}).then(v => window.first = v.y); trunkline.ask(\"b\", 8).then(v => window.second = v)");
            var first = page.asked("a");
            var second = page.asked("b");
            assertThat(first.target()).isEqualTo(7);
            assertThat(first.value().path("x").asInt()).isEqualTo(1);
            page.answer(second, "\"later asked, sooner answered\"");
            page.answer(first, "{\"y\":2}");
            assertThat(page.value("window.first")).isEqualTo("2");
            assertThat(page.value("window.second")).isEqualTo("later asked, sooner answered");
        }
    }

    @Test
    void aRefusalIsAnErrorWithASentence() throws Exception {
        try (var page = new ShimPage()) {
            page.run("trunkline.ask(\"a\", 0).catch(e => window.why = e.name + \": \" + e.message)");
            page.refuse(page.asked("a"), "There is no microphone");
            assertThat(page.value("window.why")).isEqualTo("OperationError: There is no microphone");
        }
    }

    @Test
    void whatIsToldOfAThingThatIsForgottenIsDropped() throws Exception {
        try (var page = new ShimPage()) {
            page.run("window.heard = []; window.thing = trunkline.register((type, value) => heard.push(type + value))");
            var thing = Integer.parseInt(page.value("thing"));
            page.tell(thing, "a", "1");
            page.run("trunkline.forget(thing)");
            page.tell(thing, "b", "2");
            assertThat(page.value("heard.join()")).isEqualTo("a1");
        }
    }

    @Test
    void whatAwaitsAnAnswerDoesNotWaitForTheNextPulseOfTheScreen() throws Exception {
        var pulses = new AtomicInteger();
        var counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        };
        try (var page = new ShimPage()) {
            page.run("(async () => { for (let i = 0; i < 60; i++) await trunkline.ask(\"step\", 7); })()");
            Fx.run(counter::start);
            for (var i = 0; i < 60; i++) {
                page.agree(page.asked("step"));
            }
        } finally {
            Fx.run(counter::stop);
        }

        assertThat(pulses).as("pulses while 60 answers came").hasValueLessThan(40);
    }

    @Test
    void aPageThatWaitsLeavesTheProcessorAlone() throws Exception {
        try (var page = new ShimPage()) {
            page.run("setTimeout(() => {}, 60000)");
            var pulses = new AtomicInteger();
            var counter = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.incrementAndGet();
                }
            };
            Fx.run(counter::start);
            var began = System.nanoTime();
            var used = processor();
            Fx.until(() -> pulses.get() >= 120);
            var busy = (processor() - used) / (double) (System.nanoTime() - began);
            Fx.run(counter::stop);

            assertThat(busy).as("share of a core while the page waits").isLessThan(0.4);
        }
    }

    /// What all threads of this process have used of it, in nanoseconds.
    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
