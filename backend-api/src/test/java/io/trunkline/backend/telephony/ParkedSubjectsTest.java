package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParkedSubjectsTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final ParkedSubjects subjects = new ParkedSubjects(2);

    @Test
    void whatBecomesKnownWakesAllItsNoticesOnce() {
        subjects.doubted(TENANT, "CA1", 1, NINE);
        subjects.doubted(TENANT, "CA1", 2, NINE);
        subjects.doubted(TENANT, "CA2", 3, NINE);

        assertThat(subjects.known(TENANT, "CA1")).isTrue();
        assertThat(subjects.known(TENANT, "CA1")).isFalse();

        assertThat(subjects.woken()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(subjects.woken()).isEmpty();
    }

    @Test
    void theSameNameInAnotherTenantWakesNobody() {
        subjects.doubted(TENANT, "CA1", 1, NINE);

        assertThat(subjects.known(OTHER, "CA1")).isFalse();
        assertThat(subjects.woken()).isEmpty();
    }

    @Test
    void whatWasAppliedIsNotWoken() {
        subjects.doubted(TENANT, "CA1", 1, NINE);
        subjects.settled(TENANT, "CA1", 1);

        assertThat(subjects.known(TENANT, "CA1")).isFalse();
    }

    @Test
    void noMoreSubjectsAreKeptThanAllowed() {
        subjects.doubted(TENANT, "CA1", 1, NINE);
        subjects.doubted(TENANT, "CA2", 2, NINE);
        subjects.doubted(TENANT, "CA3", 3, NINE);
        subjects.doubted(TENANT, "CA1", 4, NINE);

        assertThat(subjects.known(TENANT, "CA3")).isFalse();
        assertThat(subjects.known(TENANT, "CA1")).isTrue();
        assertThat(subjects.woken()).containsExactlyInAnyOrder(1L, 4L);
    }

    @Test
    void whatAnotherNodeHasTakenCareOfMakesRoomAfterSomeMinutes() {
        subjects.doubted(TENANT, "CA1", 1, NINE);
        subjects.doubted(TENANT, "CA2", 2, NINE.plusSeconds(299));

        subjects.doubted(TENANT, "CA3", 3, NINE.plusSeconds(301));

        assertThat(subjects.known(TENANT, "CA1")).isFalse();
        assertThat(subjects.known(TENANT, "CA2")).isTrue();
        assertThat(subjects.known(TENANT, "CA3")).isTrue();
    }
}
