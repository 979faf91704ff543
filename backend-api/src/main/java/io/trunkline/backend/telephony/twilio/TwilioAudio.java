package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.telephony.CarrierAudio;
import io.trunkline.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Fetches audio from the carrier, with the account's key, and from nowhere else: the address is built from the
/// recording's name and never taken from a notice.
final class TwilioAudio implements CarrierAudio {
    private static final Pattern SID = Pattern.compile("RE[0-9a-fA-F]{32}");
    private static final URI TWILIO = URI.create("https://api.twilio.com");

    private final Accounts accounts;
    private final CarrierWay way;

    TwilioAudio(Accounts accounts, CarrierWay way) {
        this.accounts = accounts;
        this.way = way;
    }

    @Override
    public Audio fetch(TenantId tenant, String carrierSid) throws IOException {
        var account = accounts.of(tenant).orElseThrow(() -> new IOException("the tenant has no account"));
        if (!SID.matcher(carrierSid).matches()) {
            throw new IOException("not the name of a recording");
        }
        var base = account.base().orElse(TWILIO);
        var address = URI.create("%s://%s/2010-04-01/Accounts/%s/Recordings/%s.wav?RequestedChannels=2"
                .formatted(base.getScheme(), base.getAuthority(), account.sid(), carrierSid));
        var key = account.keySid() + ":" + account.keySecret();
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .build();
        return sent(request);
    }

    private Audio sent(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = way.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
            Optional<String> type = answer.headers().firstValue("Content-Type");
            return new Audio(answer.statusCode(), type.orElse(""), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
