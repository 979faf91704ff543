package io.trunkline.backend.telephony;

import static io.trunkline.model.identity.Permission.NUMBER_READ;
import static io.trunkline.model.identity.Permission.NUMBER_WRITE;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.NumberId;
import io.trunkline.model.queue.NewPhoneNumber;
import io.trunkline.model.queue.PhoneNumber;
import java.util.List;

/// `/api/v1/numbers`
final class NumberRoutes {
    private static final String NUMBERS = "/api/v1/numbers";
    private static final String NUMBER = NUMBERS + "/{id}";

    private final Database database;
    private final NumberStore store;
    private final Directory directory;

    NumberRoutes(Database database, NumberStore store, Directory directory) {
        this.database = database;
        this.store = store;
        this.directory = directory;
    }

    void declare(Routes routes) {
        routes.get(NUMBERS)
                .summary("All numbers")
                .needs(NUMBER_READ)
                .returnsList(PhoneNumber.class)
                .to(this::list);
        routes.get(NUMBER)
                .summary("One number")
                .needs(NUMBER_READ)
                .returns(PhoneNumber.class)
                .to(this::one);
        routes.post(NUMBERS)
                .summary("Add a number")
                .needs(NUMBER_WRITE)
                .takes(NewPhoneNumber.class)
                .creates(PhoneNumber.class)
                .to(this::add);
        routes.put(NUMBER)
                .summary("Change a number")
                .needs(NUMBER_WRITE)
                .takes(NewPhoneNumber.class)
                .returns(PhoneNumber.class)
                .to(this::change);
        routes.delete(NUMBER)
                .summary("Remove a number")
                .needs(NUMBER_WRITE)
                .returnsNothing()
                .to(this::remove);
    }

    private List<PhoneNumber> list(Request request) {
        return database.inTenant(request.tenant(), store::all);
    }

    private PhoneNumber one(Request request) {
        return database.inTenant(request.tenant(), tx -> found(tx, id(request)));
    }

    private PhoneNumber add(Request request, NewPhoneNumber wanted) {
        check(wanted);
        var id = new NumberId(Ids.next());
        var added = database.inTenant(request.tenant(), tx -> {
            if (!store.insert(tx, id, wanted)) {
                throw new Fault.Conflict("The number is in use already.");
            }
            return found(tx, id);
        });
        directory.refresh();
        return added;
    }

    private PhoneNumber change(Request request, NewPhoneNumber wanted) {
        check(wanted);
        var changed = database.inTenant(request.tenant(), tx -> {
            var id = found(tx, id(request)).id();
            store.change(tx, id, wanted);
            return found(tx, id);
        });
        directory.refresh();
        return changed;
    }

    private void remove(Request request) {
        database.doInTenant(
                request.tenant(), tx -> store.delete(tx, found(tx, id(request)).id()));
        directory.refresh();
    }

    private PhoneNumber found(Tx tx, NumberId id) {
        return store.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such number."));
    }

    private static NumberId id(Request request) {
        return request.id("id", NumberId::new);
    }

    private static void check(NewPhoneNumber wanted) {
        if (!wanted.number().matches("\\+[1-9]\\d{6,14}")) {
            throw new Fault.Invalid("number", "A number is written like +15550100001.");
        }
        if (wanted.label().isBlank() || wanted.label().length() > 100) {
            throw new Fault.Invalid("label", "A label has 1 to 100 characters.");
        }
    }
}
