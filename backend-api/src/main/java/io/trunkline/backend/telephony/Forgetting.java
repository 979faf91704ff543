package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.util.function.ToIntFunction;

/// Deletes what was only kept to know repeats: notices that were applied and answers to questions.
///
/// They are kept for `kept`, which has to outlast every repeat. A carrier asks again within seconds and tells again
/// within minutes; a notice whose call is not known yet is tried for a day. What came again after that would be taken
/// as new. Dead letters stay until somebody has looked at them. Few rows go at a time, so that nobody waits for their
/// locks.
final class Forgetting {
    static final int BATCH = 1_000;

    private final Database database;
    private final NoticeStore notices = new NoticeStore();
    private final AnswerStore answers = new AnswerStore();
    private final Duration kept;

    Forgetting(Database database, Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    /// Deletes all that is old enough; returns how many rows.
    int forget(TenantId tenant) {
        return all(tenant, tx -> notices.forget(tx, tx.now().minus(kept), BATCH))
                + all(tenant, tx -> answers.forget(tx, tx.now().minus(kept), BATCH));
    }

    private int all(TenantId tenant, ToIntFunction<Tx> batch) {
        var all = 0;
        var last = BATCH;
        while (last == BATCH) {
            last = database.inTenant(tenant, batch::applyAsInt);
            all += last;
        }
        return all;
    }
}
