package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final TestClock clock = new TestClock();
    private final Allowance allowance = new Allowance(100, clock);

    @Test
    void aHundredPassAndTheNextIsToldHowLongToWait() {
        for (var request = 0; request < 100; request++) {
            assertThat(allowance.take("ana")).isEmpty();
        }

        assertThat(allowance.take("ana"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMillis(600)));
    }

    @Test
    void everybodyHasTheirOwn() {
        for (var request = 0; request < 100; request++) {
            allowance.take("ana");
        }

        assertThat(allowance.take("ben")).isEmpty();
    }

    @Test
    void aMinuteFillsItAgainAndNoFurther() {
        for (var request = 0; request < 100; request++) {
            allowance.take("ana");
        }
        clock.pass(Duration.ofHours(1));
        for (var request = 0; request < 100; request++) {
            assertThat(allowance.take("ana")).isEmpty();
        }

        assertThat(allowance.take("ana")).isPresent();
    }
}
