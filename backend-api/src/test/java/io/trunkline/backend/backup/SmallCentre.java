package io.trunkline.backend.backup;

import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/// A centre with some history, planted as rows and files.
final class SmallCentre {
    private final TestDatabase postgres;
    private final TenantId tenant;
    private final Path recordings;

    SmallCentre(TestDatabase postgres, TenantId tenant, Path recordings) {
        this.postgres = postgres;
        this.tenant = tenant;
        this.recordings = recordings;
    }

    /// Contacts, interactions, notes, threads, messages and numbered events, `each` of them.
    void history(int each) {
        tell(
                "insert into contact (tenant_id, id, name, created_at, changed_at) select '%1$s', gen_random_uuid(),"
                        + " 'Contact ' || n, now(), now() from generate_series(1, %2$d) n",
                each);
        tell(
                "insert into interaction (tenant_id, id, channel, direction, state, contact_id, opened_at) select"
                        + " '%1$s', gen_random_uuid(), 'VOICE', 'INBOUND', 'COMPLETED', id, now() from contact where"
                        + " tenant_id = '%1$s'",
                each);
        tell(
                "insert into note (tenant_id, id, interaction_id, contact_id, author_id, text, at) select tenant_id,"
                        + " gen_random_uuid(), id, contact_id, gen_random_uuid(), 'Paid, € ok'||chr(10)||'tab'||chr(9),"
                        + " now() from interaction where tenant_id = '%1$s'",
                each);
        tell(
                "insert into thread (tenant_id, id, contact_id, last_channel, last_endpoint, our_endpoint, last_at,"
                        + " created_at) select tenant_id, gen_random_uuid(), id, 'SMS', '+1555', '+1556', now(), now()"
                        + " from contact where tenant_id = '%1$s'",
                each);
        tell(
                "insert into message (tenant_id, id, thread_id, channel, direction, endpoint, our_endpoint,"
                        + " author_kind, author_name, text, state, at) select tenant_id, gen_random_uuid(), id, 'SMS',"
                        + " 'INBOUND', '+1555', '+1556', 'CONTACT', 'C', 'Hola ñ', 'RECEIVED', now() from thread where"
                        + " tenant_id = '%1$s'",
                each);
        postgres.tell("select event_month(current_date)");
        tell(
                "insert into event (tenant_id, seq, at, type, version, payload, audience)"
                        + " select '%1$s', n, now(), 'X', 1, '{}', '{}' from generate_series(1, %2$d) n",
                each);
    }

    /// A recording whose row and file agree.
    Path recording(int bytes) throws IOException {
        var id = UUID.randomUUID();
        var path = tenant + "/" + id + ".audio";
        var file = recordings.resolve(path);
        var audio = new byte[bytes];
        new Random(bytes).nextBytes(audio);
        Files.createDirectories(file.getParent());
        Files.write(file, audio);
        postgres.tell("""
                insert into recording (tenant_id, id, interaction_id, carrier_sid, state, started_at, bytes, path, sha256, stored_at)
                select tenant_id, '%s', id, 'RE%1$s', 'STORED', now(), %d, '%s', decode('%s', 'hex'), now()
                from interaction where tenant_id = '%s' limit 1""".formatted(id, bytes, path, hash(audio), tenant));
        return file;
    }

    /// An interaction and its note in one transaction, as somebody who works meanwhile writes them.
    void oneMore() {
        tell("""
                with one as (insert into interaction (tenant_id, id, channel, direction, state, contact_id, opened_at)
                    select tenant_id, gen_random_uuid(), 'SMS', 'OUTBOUND', 'OPEN', id, now() from contact
                    where tenant_id = '%1$s' limit 1 returning tenant_id, id, contact_id)
                insert into note (tenant_id, id, interaction_id, contact_id, author_id, text, at)
                select tenant_id, gen_random_uuid(), id, contact_id, gen_random_uuid(), 'meanwhile', now() from one""", 1);
    }

    void secret() {
        tell(
                "insert into carrier_account (tenant_id, id, account_sid, auth_token, api_key_sid, api_key_secret)"
                        + " values ('%1$s', gen_random_uuid(), 'AC1', 'x', 'SK1', 'y')",
                1);
    }

    private void tell(String sql, int each) {
        postgres.tell(sql.formatted(tenant, each));
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Hashed.sha256().digest(bytes));
    }
}
