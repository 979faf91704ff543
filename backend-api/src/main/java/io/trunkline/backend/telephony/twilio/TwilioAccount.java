package io.trunkline.backend.telephony.twilio;

import io.trunkline.model.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A tenant's account, opened. `tokens` are those that signatures may be made with now. `base` is set where it is not
/// Twilio's own address.
record TwilioAccount(
        TenantId tenant,
        String sid,
        List<String> tokens,
        String keySid,
        String keySecret,
        String applicationSid,
        Optional<URI> base) {
    TwilioAccount {
        tokens = List.copyOf(tokens);
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + "]";
    }
}
