package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.util.Optional;

/// The table `webhook_answer`: what was answered to which question.
final class AnswerStore {
    /// Keeps an answer; false when there is one already. Waits for another transaction that answers the same question.
    boolean keep(Tx tx, String question, String answer) {
        return tx.handle()
                        .createUpdate("""
                                insert into webhook_answer (tenant_id, token, answer, at)
                                values (:tenant, :question, :answer, :now) on conflict do nothing""")
                        .bind("tenant", tx.tenant())
                        .bind("question", question)
                        .bind("answer", answer)
                        .bind("now", tx.now())
                        .execute()
                == 1;
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
