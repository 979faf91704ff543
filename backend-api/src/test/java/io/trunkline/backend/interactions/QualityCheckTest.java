package io.trunkline.backend.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.Problem;
import io.trunkline.model.call.CallQuality;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class QualityCheckTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void takesWhatADeviceMeasures() {
        var quality = quality(4.3, 0.01, 12.5, List.of("high-jitter"), NINE);

        assertThat(QualityCheck.checked(quality)).isEqualTo(quality);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> QualityCheck.checked(quality(5.1, 1.2, -1, List.of(""), NINE.plusSeconds(200))))
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.Invalid.class))
                .satisfies(fault -> assertThat(fault.fields())
                        .extracting(Problem.Field::name)
                        .containsExactly(
                                "quality.mos", "quality.loss", "quality.jitter", "quality.warnings", "quality.until"));
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> QualityCheck.checked(quality(Double.NaN, 0, 0, List.of(), NINE)))
                .isInstanceOf(Fault.Invalid.class);
    }

    @Test
    void keepsSoManyWarningsAndNoMore() {
        var most = Collections.nCopies(QualityCheck.MOST_WARNINGS, "high-rtt");
        assertThat(QualityCheck.checked(quality(4, 0, 0, most, NINE)).warnings())
                .hasSize(32);
        assertThatThrownBy(() -> QualityCheck.checked(quality(4, 0, 0, Collections.nCopies(33, "high-rtt"), NINE)))
                .isInstanceOf(Fault.Invalid.class);
    }

    private static CallQuality quality(double mos, double loss, double jitter, List<String> warnings, Instant from) {
        return new CallQuality(mos, 3.9, loss, jitter, 30, 80, 140, 61, "opus", warnings, from, NINE.plusSeconds(61));
    }
}
