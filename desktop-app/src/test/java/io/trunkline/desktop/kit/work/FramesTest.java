package io.trunkline.desktop.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void aBatchPerFrameInTheOrderOfArrival() {
        var batches = new ArrayList<List<Integer>>();
        var asked = new ArrayList<Runnable>();
        var frames = new Frames<Integer>(batches::add, asked::add);
        IntStream.range(0, 1000).forEach(frames::offer);

        assertThat(asked).hasSize(1);
        asked.getFirst().run();

        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(1000).isSorted();
    }

    @Test
    void reachesTheFxThreadAtThePulse() {
        var seen = new ArrayList<Integer>();
        Fx.run(() -> {});
        var frames = Frames.<Integer>onFx(seen::addAll);
        IntStream.range(0, 100).forEach(frames::offer);
        Fx.until(() -> seen.size() == 100);
    }
}
