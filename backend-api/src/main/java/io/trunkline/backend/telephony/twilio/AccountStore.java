package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `carrier_account`. Secrets come and go encrypted.
final class AccountStore {
    @SuppressWarnings("ArrayRecordComponent") // read from a row and opened at once
    record Row(
            TenantId tenantId,
            String accountSid,
            byte[] authToken,
            byte @Nullable [] previousToken,
            String apiKeySid,
            byte[] apiKeySecret,
            @Nullable String applicationSid,
            @Nullable String baseUrl) {}

    List<Row> active(Handle handle) {
        return handle.createQuery("""
                        select tenant_id, account_sid, auth_token, previous_token, api_key_sid, api_key_secret, application_sid,
                               base_url
                        from carrier_account where active and carrier = 'twilio'""").mapTo(Row.class).list();
    }

    Optional<byte[]> numbersBefore(Tx tx, String sid) {
        return tx.handle()
                .createQuery("""
                        select numbers_before from carrier_account
                        where tenant_id = :tenant and account_sid = :sid and numbers_before is not null""")
                .bind("tenant", tx.tenant())
                .bind("sid", sid)
                .mapTo(byte[].class)
                .findOne();
    }

    void keep(Tx tx, String sid, byte[] numbers) {
        tx.handle()
                .createUpdate("""
                        update carrier_account set numbers_before = :numbers
                        where tenant_id = :tenant and account_sid = :sid""")
                .bind("tenant", tx.tenant())
                .bind("sid", sid)
                .bind("numbers", numbers)
                .execute();
    }

    /// Adds an account, or changes the one with its name. A new token keeps the one before valid for signatures.
    void save(Tx tx, NewAccount account, byte[] token, byte[] secret, boolean rotated) {
        tx.handle()
                .createUpdate("""
                        insert into carrier_account as a (tenant_id, id, account_sid, auth_token, api_key_sid, api_key_secret,
                                                          application_sid, base_url)
                        values (:tenant, :id, :sid, :token, :keySid, :secret, :application, :base)
                        on conflict (account_sid) do update
                        set previous_token = case when :rotated then a.auth_token else a.previous_token end,
                            auth_token = excluded.auth_token, api_key_sid = excluded.api_key_sid,
                            api_key_secret = excluded.api_key_secret, application_sid = excluded.application_sid,
                            base_url = excluded.base_url""")
                .bind("tenant", tx.tenant())
                .bind("id", Ids.next())
                .bind("sid", account.accountSid())
                .bind("token", token)
                .bind("keySid", account.apiKeySid())
                .bind("secret", secret)
                .bind("application", account.applicationSid())
                .bind(
                        "base",
                        account.baseUrl() == null ? null : account.baseUrl().toString())
                .bind("rotated", rotated)
                .execute();
    }
}
