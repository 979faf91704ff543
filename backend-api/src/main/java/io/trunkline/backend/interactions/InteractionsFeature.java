package io.trunkline.backend.interactions;

import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;

/// Wires the ledger. Everything else in this package is hidden from the rest of the backend, except [Interactions],
/// [Notes], [Qualities] and [Dispositions] with the records they take.
public final class InteractionsFeature {
    private final Dispositions dispositions = new Dispositions();
    private final Interactions interactions;
    private final Notes notes;
    private final Qualities qualities = new Qualities();
    private final InteractionRoutes interactionRoutes;
    private final DispositionRoutes dispositionRoutes;

    public InteractionsFeature(Database database, EventLog log) {
        var teller = new Teller(log);
        interactions = new Interactions(dispositions, teller);
        notes = new Notes(teller);
        interactionRoutes =
                new InteractionRoutes(new Details(dispositions, new Timeline(log), notes, qualities), notes, database);
        dispositionRoutes = new DispositionRoutes(dispositions, database);
    }

    public Interactions interactions() {
        return interactions;
    }

    public Notes notes() {
        return notes;
    }

    public Qualities qualities() {
        return qualities;
    }

    public Dispositions dispositions() {
        return dispositions;
    }

    public void routes(Routes routes) {
        interactionRoutes.declare(routes);
        dispositionRoutes.declare(routes);
    }
}
