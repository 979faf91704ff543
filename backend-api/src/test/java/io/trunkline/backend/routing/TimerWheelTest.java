package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private static final long START = 1_800_000_000_000_000L;

    @Test
    void firesWhatIsDueInOrderAndNothingEarlyOverAnyDistance() {
        var random = new Random(7);
        for (var round = 0; round < 50; round++) {
            walk(random);
        }
    }

    private static void walk(Random random) {
        var wheel = new TimerWheel(START);
        var due = new TreeMap<Long, Integer>();
        var timers = new TreeMap<Integer, TimerWheel.Timer>();
        var fired = new ArrayList<Integer>();
        var now = START;
        for (var step = 0; step < 400; step++) {
            var number = step;
            var at = now + (1L << random.nextInt(43)) + random.nextInt(1000);
            if (due.putIfAbsent(at, number) == null) {
                timers.put(number, wheel.set(at, () -> fired.add(number)));
            }
            if (random.nextInt(4) == 0) {
                var gone = due.pollLastEntry();
                wheel.cancel(timers.remove(gone.getValue()));
            }
            assertThat(wheel.nextDue()).isLessThanOrEqualTo(due.isEmpty() ? Long.MAX_VALUE : due.firstKey());
            now += 1L << random.nextInt(random.nextInt(10) == 0 ? 42 : 30);
            wheel.advance(now);
            var expected = due.headMap(now, true);
            assertThat(fired).isEqualTo(List.copyOf(expected.values()));
            expected.clear();
            fired.clear();
        }
    }
}
