package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoundsTest {
    private final Bench bench = new Bench();
    private final FxWork work = new FxWork(new Activities());
    private final Sounds sounds = new Sounds(work, bench);
    private final AtomicInteger heard = new AtomicInteger();

    @AfterEach
    void close() {
        Fx.run(sounds::close);
        work.close();
    }

    @Test
    void theWayIsOpenAndWarmBeforeTheFirstRing() {
        Fx.run(sounds::open);
        Fx.until(() -> sounds.audible().get() instanceof Audible.Ready);
        Fx.until(() -> bench.silent.get() > 3);
        assertThat(bench.loud.get()).isZero();

        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.until(() -> heard.get() == 1);
        assertThat(bench.opened).containsExactly("");
        assertThat(bench.first).as("the ring from its first sample on").isTrue();
    }

    @Test
    void aRingIsHeardNoMoreOnceItIsStopped() {
        Fx.run(sounds::open);
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.until(() -> heard.get() == 1);
        Fx.run(sounds::stop);
        Fx.until(() -> bench.dropped.get() == 1);
        var loud = bench.loud.get();
        var silent = bench.silent.get();
        Fx.until(() -> bench.silent.get() > silent + 5);
        assertThat(bench.loud.get()).isEqualTo(loud);
    }

    @Test
    void aRingStoppedBeforeTheWayIsOpenIsNeverHeardOrTold() {
        bench.broken = true;
        Fx.run(sounds::open);
        Fx.until(() -> sounds.audible().get() instanceof Audible.Unheard);
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.run(sounds::stop);
        bench.broken = false;
        Fx.run(() -> sounds.on("Headset"));
        Fx.until(() -> bench.silent.get() > 3);
        assertThat(heard).hasValue(0);
        assertThat(bench.loud.get()).isZero();
    }

    @Test
    void aDeviceThatIsNotThereFallsBackAndSaysSo() {
        bench.missing = "Headset";
        Fx.run(() -> sounds.on("Headset"));
        Fx.run(sounds::open);
        Fx.until(() -> sounds.audible().get().equals(new Audible.FellBack("Headset")));
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.until(() -> heard.get() == 1);
    }

    @Test
    void aDeviceUnpluggedWhileItRingsGoesOnOnTheSystemsChoice() {
        Fx.run(() -> sounds.on("Headset"));
        Fx.run(sounds::open);
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.until(() -> heard.get() == 1);
        bench.missing = "Headset";
        Fx.until(() -> sounds.audible().get().equals(new Audible.FellBack("Headset")));
        var before = bench.loud.get();
        Fx.until(() -> bench.loud.get() > before);
    }

    @Test
    void whoChoseNotToHearItHoldsNoDeviceAndIsToldAtOnce() {
        Fx.run(() -> sounds.volume(0));
        Fx.run(sounds::open);
        Fx.until(() -> sounds.audible().get() instanceof Audible.Silenced);
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        assertThat(heard).hasValue(1);
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void withoutAnyOutputTheRingIsNotHeard() {
        bench.broken = true;
        Fx.run(sounds::open);
        Fx.until(() -> sounds.audible().get() instanceof Audible.Unheard);
        Fx.run(() -> sounds.ring(heard::incrementAndGet));
        Fx.settle();
        assertThat(heard).hasValue(0);
    }

    /// Outputs that count what they are given, a fiftieth of a second every millisecond.
    private static final class Bench implements Outputs {
        final List<String> opened = new CopyOnWriteArrayList<>();
        final AtomicInteger silent = new AtomicInteger();
        final AtomicInteger loud = new AtomicInteger();
        final AtomicInteger dropped = new AtomicInteger();
        volatile boolean broken;
        volatile boolean first;
        volatile String missing = "none";

        @Override
        public List<String> names() {
            var names = new ArrayList<>(List.of("Headset", "Desk speaker"));
            names.remove(missing);
            return names;
        }

        @Override
        public Output open(String name) throws LineUnavailableException {
            if (broken || name.equals(missing)) {
                throw new LineUnavailableException("not there");
            }
            opened.add(name);
            return new Line(name);
        }

        private final class Line implements Output {
            private final String name;

            Line(String name) {
                this.name = name;
            }

            @Override
            public boolean write(byte[] sound, int from, int count) {
                LockSupport.parkNanos(1_000_000);
                if (sound.length == Playback.CHUNK) {
                    silent.incrementAndGet();
                } else {
                    if (loud.incrementAndGet() == 1) {
                        first = from == 0;
                    }
                }
                return !name.equals(missing);
            }

            @Override
            public void drop() {
                dropped.incrementAndGet();
            }

            @Override
            public void close() {}
        }
    }
}
