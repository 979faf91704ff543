package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the log's partitions before their month begins.
final class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final int AHEAD = 3;

    private final EventStore store;
    private final Clock clock;

    Partitions(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void make() {
        var month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        try {
            for (var ahead = 0; ahead < AHEAD; ahead++) {
                store.makePartition(month.plusMonths(ahead));
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Partitions are made at the next turn", e);
        }
    }
}
