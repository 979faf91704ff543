package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.FlowId;
import io.trunkline.model.NumberId;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.NewPhoneNumber;
import io.trunkline.model.queue.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// The table `phone_number`.
final class NumberStore {
    private static final String SELECT =
            "select id, number, label, flow_id as flow, text_queue_id as text_queue from phone_number where tenant_id = :tenant";

    List<PhoneNumber> all(Tx tx) {
        return tx.handle()
                .createQuery(SELECT + " order by number")
                .bind("tenant", tx.tenant())
                .mapTo(PhoneNumber.class)
                .list();
    }

    Optional<PhoneNumber> find(Tx tx, NumberId id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(PhoneNumber.class)
                .findOne();
    }

    /// False when the number is somebody's already.
    boolean insert(Tx tx, NumberId id, NewPhoneNumber number) {
        return write(tx, id, number, """
                        insert into phone_number (tenant_id, id, number, label, flow_id, text_queue_id)
                        values (:tenant, :id, :number, :label, :flow, :queue) on conflict (number) do nothing""") == 1;
    }

    void change(Tx tx, NumberId id, NewPhoneNumber number) {
        write(tx, id, number, """
                update phone_number set number = :number, label = :label, flow_id = :flow, text_queue_id = :queue
                where tenant_id = :tenant and id = :id""");
    }

    private static int write(Tx tx, NumberId id, NewPhoneNumber number, String sql) {
        return tx.handle()
                .createUpdate(sql)
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("number", number.number())
                .bind("label", number.label())
                .bindByType("flow", number.flow(), FlowId.class)
                .bindByType("queue", number.textQueue(), QueueId.class)
                .execute();
    }

    void delete(Tx tx, NumberId id) {
        tx.handle()
                .createUpdate("delete from phone_number where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .execute();
    }
}
