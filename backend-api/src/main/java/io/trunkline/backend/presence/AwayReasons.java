package io.trunkline.backend.presence;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.model.presence.AwayReason;
import io.trunkline.model.presence.AwayReasonChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The reasons for `AWAY` of a tenant: a few usual ones until it changes them, which makes them its own.
final class AwayReasons {
    private static final List<String> USUAL = List.of("Break", "Lunch", "Meeting", "Training");
    private static final int NAME_LENGTH = 80;
    private static final int LAST = 1_000;

    private final PresenceStore store;
    private final Audit audit;

    AwayReasons(PresenceStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    List<AwayReason> all(Tx tx) {
        var own = store.awayReasons(tx);
        return own.isEmpty() ? usual() : own;
    }

    AwayReason create(Tx tx, Audit.Actor actor, AwayReasonChange wanted) {
        var own = own(tx);
        var next = own.stream().mapToInt(AwayReason::position).max().orElse(0) + 1;
        var reason = new AwayReason(name(wanted.name()), position(wanted.position(), Math.min(next, LAST)));
        if (!store.addReason(tx, reason)) {
            throw taken(reason.name());
        }
        audit.record(tx, actor, "away-reason.created", "away reason " + reason.name(), Map.of());
        return reason;
    }

    AwayReason change(Tx tx, Audit.Actor actor, String name, AwayReasonChange wanted) {
        var before = one(tx, name);
        var after = new AwayReason(
                wanted.name() == null ? before.name() : name(wanted.name()),
                position(wanted.position(), before.position()));
        store.dropReason(tx, before.name());
        if (!store.addReason(tx, after)) {
            throw taken(after.name());
        }
        audit.record(tx, actor, "away-reason.changed", "away reason " + before.name(), Map.of("name", after.name()));
        return after;
    }

    /// Takes a reason from the choice; who is away for it stays so.
    void retire(Tx tx, Audit.Actor actor, String name) {
        var reason = one(tx, name);
        if (store.awayReasons(tx).size() == 1) {
            throw new Fault.Conflict("One reason stays at least.");
        }
        store.dropReason(tx, reason.name());
        audit.record(tx, actor, "away-reason.retired", "away reason " + reason.name(), Map.of());
    }

    private AwayReason one(Tx tx, String name) {
        return own(tx).stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("There is no such reason."));
    }

    private List<AwayReason> own(Tx tx) {
        if (store.awayReasons(tx).isEmpty()) {
            usual().forEach(reason -> store.addReason(tx, reason));
        }
        return store.awayReasons(tx);
    }

    private static List<AwayReason> usual() {
        var usual = new ArrayList<AwayReason>();
        USUAL.forEach(name -> usual.add(new AwayReason(name, usual.size() + 1)));
        return usual;
    }

    private static String name(@Nullable String name) {
        return Inputs.text("name", name, NAME_LENGTH).strip();
    }

    private static int position(@Nullable Integer wanted, int otherwise) {
        if (wanted == null) {
            return otherwise;
        }
        if (wanted < 0 || wanted > LAST) {
            throw new Fault.Invalid("position", "A position is a whole number from 0 to %d.".formatted(LAST));
        }
        return wanted;
    }

    private static Fault taken(String name) {
        return new Fault.Conflict("There is a reason “%s” already.".formatted(name));
    }
}
