package io.trunkline.backend.telephony.twilio;

import static io.trunkline.model.identity.Permission.DESK_USE;
import static io.trunkline.model.identity.Permission.NUMBER_READ;
import static io.trunkline.model.identity.Permission.NUMBER_WRITE;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.call.VoiceCredentials;

/// `/api/v1/carrier` and `/api/v1/voice/credentials`
final class CarrierRoutes {
    private static final String CARRIER = "/api/v1/carrier";

    private final Database database;
    private final Accounts accounts;
    private final AccessTokens tokens;

    CarrierRoutes(Database database, Accounts accounts, AccessTokens tokens) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    void declare(Routes routes) {
        routes.get(CARRIER)
                .summary("The account at the carrier, without its secrets")
                .needs(NUMBER_READ)
                .returns(CarrierAccount.class)
                .to(this::account);
        routes.put(CARRIER)
                .summary("Set the account at the carrier")
                .needs(NUMBER_WRITE)
                .takes(NewAccount.class)
                .returns(CarrierAccount.class)
                .to(this::save);
        routes.get("/api/v1/voice/credentials")
                .summary("What a voice device signs in with")
                .needs(DESK_USE)
                .unmetered()
                .returns(VoiceCredentials.class)
                .to(request -> tokens.of(request.tenant(), request.member().agent()));
    }

    private CarrierAccount account(Request request) {
        return accounts.of(request.tenant())
                .map(known -> new CarrierAccount(
                        known.sid(),
                        known.keySid(),
                        known.applicationSid(),
                        known.base().map(Object::toString).orElse(null)))
                .orElseThrow(() -> new Fault.NotFound("There is no account at a carrier yet."));
    }

    private CarrierAccount save(Request request, NewAccount account) {
        var other = accounts.bySid(account.accountSid())
                .filter(known -> !known.tenant().equals(request.tenant()));
        if (other.isPresent()) {
            throw new Fault.Conflict("The account belongs to somebody else.");
        }
        database.doInTenant(request.tenant(), tx -> accounts.save(tx, account));
        accounts.refresh();
        return account(request);
    }
}
