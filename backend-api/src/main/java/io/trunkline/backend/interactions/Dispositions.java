package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Disposition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Outcome codes: those of one queue and those of all. A queue may require one.
public final class Dispositions {
    private static final int NAME_LENGTH = 100;

    private final DispositionStore store = new DispositionStore();

    Dispositions() {}

    /// All that can be chosen somewhere, those of all queues first.
    public List<Disposition> all(Tx tx) {
        return store.all(tx);
    }

    /// What can be chosen in the queue; without a queue those of all.
    public List<Disposition> offered(Tx tx, @Nullable QueueId queue) {
        return store.offered(tx, queue);
    }

    /// As [#offered], of a queue that must be there.
    List<Disposition> offeredIn(Tx tx, QueueId queue) {
        known(tx, queue);
        return store.offered(tx, queue);
    }

    /// Whether the queue completes nothing without one.
    public boolean required(Tx tx, @Nullable QueueId queue) {
        return store.required(tx, queue);
    }

    /// Adds one to the queue, or to all. Refuses a name that is there already and an unknown queue.
    public Disposition add(Tx tx, @Nullable String name, @Nullable QueueId queue) {
        if (queue != null) {
            known(tx, queue);
        }
        var wanted = new Disposition(new DispositionId(Ids.next()), Inputs.text("name", name, NAME_LENGTH), queue);
        return store.add(tx, wanted)
                .orElseThrow(() -> new Fault.Conflict("There is a disposition of this name already."));
    }

    /// Gives it another name, also where it was chosen before.
    public Disposition rename(Tx tx, DispositionId id, @Nullable String name) {
        var before = one(tx, id);
        var called = Inputs.text("name", name, NAME_LENGTH);
        if (!store.rename(tx, id, called)) {
            throw new Fault.Conflict("There is a disposition of this name already.");
        }
        return new Disposition(id, called, before.queue());
    }

    /// Takes it from the choice; interactions that bear it keep it.
    public void retire(Tx tx, DispositionId id) {
        if (!store.retire(tx, id)) {
            throw unknown();
        }
    }

    /// Refuses one that is not offered in the queue, and none at all where the queue wants one and somebody can be
    /// asked.
    void check(Tx tx, @Nullable QueueId queue, @Nullable DispositionId chosen, boolean askable) {
        if (chosen == null) {
            if (askable && store.required(tx, queue)) {
                throw new Fault.Invalid("disposition", "This queue wants a disposition: choose one.");
            }
            return;
        }
        var fits = store.find(tx, chosen)
                .filter(one -> one.queue() == null || one.queue().equals(queue))
                .isPresent();
        if (!fits) {
            throw new Fault.Invalid("disposition", "This disposition is not offered in the interaction's queue.");
        }
    }

    private void known(Tx tx, QueueId queue) {
        if (!store.queueExists(tx, queue)) {
            throw new Fault.NotFound("There is no such queue.");
        }
    }

    private Disposition one(Tx tx, DispositionId id) {
        return store.find(tx, id).orElseThrow(Dispositions::unknown);
    }

    private static Fault unknown() {
        return new Fault.NotFound("There is no such disposition.");
    }
}
