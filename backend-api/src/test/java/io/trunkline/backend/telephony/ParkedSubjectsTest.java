package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParkedSubjectsTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());

    private final ParkedSubjects subjects = new ParkedSubjects(2);

    @Test
    void whatBecomesKnownWakesAllItsNoticesOnce() {
        subjects.doubted(TENANT, "CA1", 1);
        subjects.doubted(TENANT, "CA1", 2);
        subjects.doubted(TENANT, "CA2", 3);

        assertThat(subjects.known(TENANT, "CA1")).isTrue();
        assertThat(subjects.known(TENANT, "CA1")).isFalse();

        assertThat(subjects.woken()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(subjects.woken()).isEmpty();
    }

    @Test
    void theSameNameInAnotherTenantWakesNobody() {
        subjects.doubted(TENANT, "CA1", 1);

        assertThat(subjects.known(OTHER, "CA1")).isFalse();
        assertThat(subjects.woken()).isEmpty();
    }

    @Test
    void whatWasAppliedIsNotWoken() {
        subjects.doubted(TENANT, "CA1", 1);
        subjects.settled(TENANT, "CA1", 1);

        assertThat(subjects.known(TENANT, "CA1")).isFalse();
    }

    @Test
    void noMoreSubjectsAreKeptThanAllowed() {
        subjects.doubted(TENANT, "CA1", 1);
        subjects.doubted(TENANT, "CA2", 2);
        subjects.doubted(TENANT, "CA3", 3);
        subjects.doubted(TENANT, "CA1", 4);

        assertThat(subjects.known(TENANT, "CA3")).isFalse();
        assertThat(subjects.known(TENANT, "CA1")).isTrue();
        assertThat(subjects.woken()).containsExactlyInAnyOrder(1L, 4L);
    }
}
