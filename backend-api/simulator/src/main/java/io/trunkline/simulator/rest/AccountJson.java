package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Standing;

/// The account as the carrier shows it.
final class AccountJson {
    private AccountJson() {}

    static ObjectNode of(Account account, Standing standing) {
        return Rest.object()
                .put("sid", account.sid())
                .put("owner_account_sid", account.sid())
                .put("friendly_name", standing.name())
                .put("status", standing.status())
                .put("type", standing.type())
                .put("uri", Rest.ROOT + account.sid() + ".json");
    }
}
