package io.trunkline.backend.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.TestDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeasesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private record Node(Workers workers, Leases leases) implements AutoCloseable {
        static Node named(String name) {
            var workers = new Workers();
            return new Node(workers, new Leases(POSTGRES.database(), workers, name));
        }

        /// As SIGSTOP does: nothing is renewed, nothing is given back.
        void freeze() {
            workers.close();
        }

        @Override
        public void close() {
            leases.close();
            workers.close();
        }
    }

    @Test
    void aLeaseHasOneHolderAndPassesOnAtOnceWhenItIsLetGo() {
        try (var second = Node.named("b")) {
            Lease there;
            try (var first = Node.named("a")) {
                var here = first.leases.want("one");
                until(Duration.ofSeconds(3), here::held);
                there = second.leases.want("one");
                assertThat(remains(Duration.ofSeconds(4), () -> here.held() && !there.held()))
                        .isTrue();
            }
            until(Duration.ofSeconds(2), there::held);

            assertThat(there.epoch()).hasValue(2);
        }
    }

    @Test
    void aFrozenHolderIsReplacedAndItsEpochIsRefused() {
        try (var first = Node.named("c");
                var second = Node.named("d")) {
            var here = first.leases.want("frozen");
            until(Duration.ofSeconds(3), here::held);
            var old = here.epoch().orElseThrow();
            first.freeze();
            var there = second.leases.want("frozen");
            until(Duration.ofSeconds(6), there::held);

            assertThat(here.held()).isFalse();
            assertThat(there.epoch().orElseThrow()).isGreaterThan(old);
            assertThat(POSTGRES.database().<Boolean>asSystem(handle -> check(handle, "frozen", old)))
                    .isFalse();
        }
    }

    @Test
    void aHolderFrozenInsideATransactionCannotKeepTheLeaseNorCommit() {
        try (var first = Node.named("e");
                var second = Node.named("f")) {
            var here = first.leases.want("inside");
            until(Duration.ofSeconds(3), here::held);
            var old = here.epoch().orElseThrow();

            assertThatThrownBy(() -> POSTGRES.database().doAsSystem(handle -> {
                        assertThat(check(handle, "inside", old)).isTrue();
                        first.freeze();
                        var there = second.leases.want("inside");
                        until(Duration.ofSeconds(9), there::held);
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void anEarlierLifeOfTheSameNodeIsSucceededAtOnce() {
        var before = Node.named("g");
        var old = before.leases.want("same");
        until(Duration.ofSeconds(3), old::held);
        before.freeze();
        try (var after = Node.named("g")) {
            var now = after.leases.want("same");

            until(Duration.ofSeconds(1), now::held);
        }
    }

    private static boolean check(Handle handle, String name, long epoch) {
        return handle.createQuery("select lease_check(?, ?)")
                .bind(0, name)
                .bind(1, epoch)
                .mapTo(Boolean.class)
                .one();
    }

    private static void until(Duration most, BooleanSupplier done) {
        var end = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + most).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static boolean remains(Duration length, BooleanSupplier holds) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            if (!holds.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return true;
    }
}
