package io.trunkline.backend.ivr;

import static io.trunkline.model.identity.Permission.FLOW_READ;
import static io.trunkline.model.identity.Permission.FLOW_WRITE;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.FlowId;
import java.util.List;

/// `/api/v1/flows`
final class FlowRoutes {
    private static final String FLOWS = "/api/v1/flows";
    private static final String FLOW = FLOWS + "/{id}";

    private final Database database;
    private final FlowStore store;

    FlowRoutes(Database database, FlowStore store) {
        this.database = database;
        this.store = store;
    }

    void declare(Routes routes) {
        routes.get(FLOWS)
                .summary("All flows")
                .needs(FLOW_READ)
                .returnsList(FlowRecord.class)
                .to(this::list);
        routes.get(FLOW)
                .summary("One flow")
                .needs(FLOW_READ)
                .returns(FlowRecord.class)
                .to(this::one);
        routes.post(FLOWS)
                .summary("Add a flow")
                .needs(FLOW_WRITE)
                .takes(NewFlow.class)
                .creates(FlowRecord.class)
                .to(this::add);
        routes.put(FLOW)
                .summary("Change a flow; running calls go on in it")
                .needs(FLOW_WRITE)
                .takes(NewFlow.class)
                .returns(FlowRecord.class)
                .to(this::change);
        routes.delete(FLOW)
                .summary("Remove a flow that no number uses")
                .needs(FLOW_WRITE)
                .returnsNothing()
                .to(this::remove);
    }

    private List<FlowRecord> list(Request request) {
        return database.inTenant(request.tenant(), store::all);
    }

    private FlowRecord one(Request request) {
        return database.inTenant(request.tenant(), tx -> found(tx, id(request)));
    }

    private FlowRecord add(Request request, NewFlow wanted) {
        check(wanted);
        return database.inTenant(request.tenant(), tx -> save(tx, new FlowId(Ids.next()), wanted));
    }

    private FlowRecord change(Request request, NewFlow wanted) {
        check(wanted);
        return database.inTenant(
                request.tenant(), tx -> save(tx, found(tx, id(request)).id(), wanted));
    }

    private void remove(Request request) {
        database.doInTenant(request.tenant(), tx -> {
            if (!store.delete(tx, found(tx, id(request)).id())) {
                throw new Fault.Conflict("A number still uses this flow.");
            }
        });
    }

    private FlowRecord save(Tx tx, FlowId id, NewFlow wanted) {
        if (!store.save(tx, id, wanted)) {
            throw new Fault.Conflict("Another flow has this name.");
        }
        return found(tx, id);
    }

    private FlowRecord found(Tx tx, FlowId id) {
        return store.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such flow."));
    }

    private static FlowId id(Request request) {
        return request.id("id", FlowId::new);
    }

    private static void check(NewFlow wanted) {
        if (wanted.name().isBlank() || wanted.name().length() > 100) {
            throw new Fault.Invalid("name", "A name has 1 to 100 characters.");
        }
        var errors = FlowCheck.errors(wanted.flow());
        if (!errors.isEmpty()) {
            throw new Fault.Invalid(errors);
        }
    }
}
