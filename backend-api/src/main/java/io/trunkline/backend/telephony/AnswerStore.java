package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// The table `webhook_answer`: what was answered to which question.
final class AnswerStore {
    private static final String KEEP = """
            insert into webhook_answer (tenant_id, token, answer, at) values (?, ?, ?, ?) on conflict do nothing""";

    /// Keeps an answer; false when there is one already. Waits for another transaction that answers the same question.
    Supplier<Boolean> keep(Tx tx, String question, String answer) {
        return tx.count(Sql.of(KEEP, tx.tenant().value(), question, answer, tx.now()))
                .map(rows -> rows == 1);
    }

    /// Deletes answers given before then; returns how many.
    int forget(Tx tx, Instant before, int most) {
        return tx.handle()
                .createUpdate("""
                        delete from webhook_answer where tenant_id = :tenant and token in (
                            select token from webhook_answer where tenant_id = :tenant and at < :before
                            limit :most for update skip locked)""")
                .bind("tenant", tx.tenant())
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    Optional<String> kept(Tx tx, String question) {
        return tx.handle()
                .createQuery("select answer from webhook_answer where tenant_id = :tenant and token = :question")
                .bind("tenant", tx.tenant())
                .bind("question", question)
                .mapTo(String.class)
                .findOne();
    }
}
