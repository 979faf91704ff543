package io.trunkline.backend.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    @Test
    void whoComesWhileTheProgramStartsWaitsUntilItHas() throws Exception {
        var threshold = new Threshold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var crossing = threads.submit(() -> {
                threshold.cross();
                return true;
            });
            Assertions.assertThatThrownBy(() -> crossing.get(50, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            threshold.open();

            assertThat(crossing.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
