package io.trunkline.backend.telephony.twilio;

import static io.trunkline.model.identity.Permission.NUMBER_READ;
import static io.trunkline.model.identity.Permission.NUMBER_WRITE;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;

/// `/api/v1/carrier/…`: what is needed to point an account's numbers at this backend, to prove that its webhooks
/// arrive, and to give the numbers back.
final class ConnectRoutes {
    private static final String BEFORE = "/api/v1/carrier/numbers-before";

    private final Database database;
    private final Accounts accounts;
    private final CarrierAddresses addresses;
    private final Proof proof;

    ConnectRoutes(Database database, Accounts accounts, Links links, Proof proof) {
        this.database = database;
        this.accounts = accounts;
        this.addresses = CarrierAddresses.of(links);
        this.proof = proof;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/carrier/addresses")
                .summary("The addresses of this backend that belong at the carrier")
                .needs(NUMBER_READ)
                .returns(CarrierAddresses.class)
                .to(_ -> addresses);
        routes.post("/api/v1/carrier/proof")
                .summary("What a signed webhook with this question is answered with")
                .needs(NUMBER_WRITE)
                .takes(ProofQuestion.class)
                .returns(ProofAnswer.class)
                .to((_, asked) -> new ProofAnswer(proof.answer(asked.question())));
        routes.get(BEFORE)
                .summary("What numbers said at the carrier before they were pointed here")
                .needs(NUMBER_WRITE)
                .returns(NumbersBefore.class)
                .to(this::before);
        routes.put(BEFORE)
                .summary("Keep what numbers said at the carrier before they were pointed here")
                .needs(NUMBER_WRITE)
                .takes(NumbersBefore.class)
                .returns(NumbersBefore.class)
                .to(this::keep);
    }

    private NumbersBefore before(Request request) {
        var account = account(request);
        return database.inTenant(request.tenant(), tx -> accounts.numbersBefore(tx, account));
    }

    private NumbersBefore keep(Request request, NumbersBefore numbers) {
        var account = account(request);
        database.doInTenant(request.tenant(), tx -> accounts.keep(tx, account, numbers));
        return numbers;
    }

    private TwilioAccount account(Request request) {
        return accounts.of(request.tenant())
                .orElseThrow(() -> new Fault.NotFound("There is no account at a carrier yet."));
    }
}
