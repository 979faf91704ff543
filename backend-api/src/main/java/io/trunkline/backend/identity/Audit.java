package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The audit log: who did what to whom, chained so that an edited or missing row shows.
///
/// Rows are written in the transaction of what they tell of. The chain makes writers of one tenant wait for each other,
/// so it is for what administrators and sign-ins do, not for every call.
public final class Audit {
    private static final int BATCH = 1_000;

    private final AuditStore store = new AuditStore();

    /// Who acts. `onBehalfOf` is the user for whom somebody else, or a program, acted; both are absent when the system
    /// did.
    public record Actor(@Nullable UserId user, @Nullable UserId onBehalfOf) {
        public static final Actor SYSTEM = new Actor(null, null);

        public static Actor of(UserId user) {
            return new Actor(user, null);
        }
    }

    /// Appends a row. `action` is a word pair such as `user.created`, `subject` names what it was done to; `detail`
    /// must hold no secret.
    public void record(Tx tx, Actor actor, String action, String subject, Map<String, String> detail) {
        var head = store.lockHead(tx);
        var row = new AuditChain.Row(
                tx.tenant(), head.sequence() + 1, tx.now(), actor.user(), actor.onBehalfOf(), action, subject, detail);
        store.append(tx, new AuditChain.Link(row, head.hash(), AuditChain.hash(head.hash(), row)));
    }

    /// Walks the tenant's whole chain. Empty when it holds, else the first thing that is wrong, as a sentence.
    public Optional<String> verify(Database database, TenantId tenant) {
        return database.inTenant(tenant, this::verify);
    }

    private Optional<String> verify(Tx tx) {
        var head = store.lockHead(tx);
        var before = new AuditStore.Head(0, AuditChain.START);
        for (var links = store.links(tx, 0, BATCH);
                !links.isEmpty();
                links = store.links(tx, before.sequence(), BATCH)) {
            for (var link : links) {
                var wrong = AuditChain.broken(before.sequence(), before.hash(), link);
                if (wrong.isPresent()) {
                    return wrong;
                }
                before = new AuditStore.Head(link.row().sequence(), link.hash());
            }
        }
        return before.sequence() == head.sequence() && before.hash().equals(head.hash())
                ? Optional.empty()
                : Optional.of("The rows after %d are missing; the log ended at %d."
                        .formatted(before.sequence(), head.sequence()));
    }
}
