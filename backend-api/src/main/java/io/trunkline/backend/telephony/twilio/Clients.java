package io.trunkline.backend.telephony.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import io.trunkline.backend.telephony.Reply;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Twilio's library for each account, and what its refusals mean to us.
final class Clients {
    private final Accounts accounts;
    private final Duration limit;
    private final CarrierWay way;
    private final Map<TwilioAccount, TwilioRestClient> clients = new ConcurrentHashMap<>();

    Clients(Accounts accounts, CarrierWay way, Duration limit) {
        this.accounts = accounts;
        this.way = way;
        this.limit = limit;
    }

    /// Does `work` as the tenant. Never throws for what the carrier or the network does: that is a [Reply].
    Reply guarded(TenantId tenant, Function<TwilioRestClient, Reply> work) {
        var account = accounts.of(tenant);
        if (account.isEmpty()) {
            return accounts.areRead()
                    ? new Reply.Refused(0, "the tenant has no account at the carrier")
                    : new Reply.Later(Duration.ofMillis(200), "the accounts are not read yet");
        }
        try {
            return work.apply(clients.computeIfAbsent(account.get(), this::client));
        } catch (TwilioHttp.NotSent e) {
            return new Reply.Later(Duration.ofSeconds(1), "the carrier cannot be reached");
        } catch (ApiConnectionException e) {
            return new Reply.Unclear(String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            return Refusals.reply(e);
        }
    }

    private TwilioRestClient client(TwilioAccount account) {
        return new TwilioRestClient.Builder(account.keySid(), account.keySecret())
                .accountSid(account.sid())
                .httpClient(new TwilioHttp(way.http(), account.base(), limit))
                .build();
    }
}
