package io.trunkline.backend.inbox.sms;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.QueueId;
import java.util.Optional;
import java.util.UUID;

/// Which queue takes the texts of which of our numbers, read through telephony's view.
final class LineStore {
    Optional<QueueId> queue(Tx tx, String ours) {
        return tx.handle()
                .createQuery(
                        "SELECT text_queue_id FROM line_texts WHERE number = :number AND text_queue_id IS NOT NULL")
                .bind("number", ours)
                .map((rs, _) -> new QueueId(rs.getObject("text_queue_id", UUID.class)))
                .findOne();
    }
}
