package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.TenantId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tenants' accounts, opened and in memory, so that signatures can be checked while the database is gone.
public final class Accounts {
    private final Database database;
    private final SecretBox box;
    private final AccountStore store = new AccountStore();
    private volatile List<TwilioAccount> known = List.of();
    private volatile boolean read;
    private volatile Map<String, TwilioAccount> bySid = Map.of();

    Accounts(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    /// Reads all accounts anew.
    public void refresh() {
        var rows = database.asSystem(store::active);
        known = rows.stream().map(this::open).toList();
        bySid = known.stream().collect(Collectors.toMap(TwilioAccount::sid, Function.identity()));
        read = true;
    }

    /// False while the program starts: who has no account yet may have one.
    boolean areRead() {
        return read;
    }

    /// Adds or changes the tenant's account; it is used from the next [#refresh] on.
    public void save(Tx tx, NewAccount account) {
        var before = bySid(account.accountSid());
        var rotated = before.isPresent() && !before.get().tokens().getFirst().equals(account.authToken());
        store.save(
                tx,
                account,
                box.close(account.accountSid(), account.authToken()),
                box.close(account.accountSid(), keySecret(account, before)),
                rotated);
    }

    private static String keySecret(NewAccount account, Optional<TwilioAccount> before) {
        return Optional.ofNullable(account.apiKeySecret())
                .or(() -> before.filter(known -> known.keySid().equals(account.apiKeySid()))
                        .map(TwilioAccount::keySecret))
                .orElseThrow(() -> new Fault.Invalid("apiKeySecret", "The secret of a new key is needed."));
    }

    /// What the tenant's numbers said before they were pointed at us.
    NumbersBefore numbersBefore(Tx tx, TwilioAccount account) {
        return store.numbersBefore(tx, account.sid())
                .map(row -> new Jsonb(box.open(account.sid(), row)).as(NumbersBefore.class))
                .orElse(NumbersBefore.NONE);
    }

    /// Kept encrypted: other people's addresses may hold passwords.
    void keep(Tx tx, TwilioAccount account, NumbersBefore numbers) {
        store.keep(tx, account.sid(), box.close(account.sid(), Jsonb.of(numbers).text()));
    }

    Optional<TwilioAccount> bySid(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    Optional<TwilioAccount> of(TenantId tenant) {
        return known.stream().filter(account -> account.tenant().equals(tenant)).findFirst();
    }

    List<TwilioAccount> all() {
        return known;
    }

    private TwilioAccount open(AccountStore.Row row) {
        var tokens = new ArrayList<String>(2);
        tokens.add(box.open(row.accountSid(), row.authToken()));
        if (row.previousToken() != null) {
            tokens.add(box.open(row.accountSid(), row.previousToken()));
        }
        return new TwilioAccount(
                row.tenantId(),
                row.accountSid(),
                tokens,
                row.apiKeySid(),
                box.open(row.accountSid(), row.apiKeySecret()),
                row.applicationSid() == null ? "" : row.applicationSid(),
                Optional.ofNullable(row.baseUrl()).map(URI::create));
    }
}
