package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.telephony.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Test
    void nothingIsRefusedForWantOfAnAccountBeforeTheAccountsAreRead() {
        var accounts = new Accounts(POSTGRES.database(), new SecretBox(new byte[32]));
        var clients = new Clients(accounts, new CarrierWay(), Duration.ofSeconds(1));
        var tenant = POSTGRES.tenant();

        assertThat(clients.guarded(tenant, _ -> new Reply.NotDone())).isInstanceOf(Reply.Later.class);
        accounts.refresh();
        assertThat(clients.guarded(tenant, _ -> new Reply.NotDone())).isInstanceOf(Reply.Refused.class);
    }
}
