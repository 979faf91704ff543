package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.CommandId;
import java.util.UUID;
import java.util.function.Supplier;

/// Applies the commands of clients once: sent again, a command is answered as the first time and does nothing.
public final class CommandLog {
    private record Kept(UUID actor, String kind, Jsonb answer) {}

    private CommandLog() {}

    /// Runs `work` unless the command is known; in the same transaction, so that both are there or neither.
    public static <R> R once(Tx tx, CommandId id, UUID actor, String kind, Class<R> type, Supplier<R> work) {
        if (!claim(tx, id, actor, kind)) {
            var kept = kept(tx, id);
            if (!kept.actor.equals(actor) || !kept.kind.equals(kind)) {
                throw new Fault.Conflict("The id of this command was used for another.");
            }
            return kept.answer.as(type);
        }
        var answer = work.get();
        tx.handle()
                .createUpdate("update command set answer = :answer where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("answer", Jsonb.of(answer))
                .execute();
        return answer;
    }

    private static boolean claim(Tx tx, CommandId id, UUID actor, String kind) {
        return tx.handle()
                        .createUpdate("""
                                insert into command (tenant_id, id, actor, kind, answer, at)
                                values (:tenant, :id, :actor, :kind, 'null', :now) on conflict do nothing""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("actor", actor)
                        .bind("kind", kind)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    private static Kept kept(Tx tx, CommandId id) {
        return tx.handle()
                .createQuery("select actor, kind, answer from command where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(Kept.class)
                .one();
    }
}
