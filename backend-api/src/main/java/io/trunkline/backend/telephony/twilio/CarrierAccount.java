package io.trunkline.backend.telephony.twilio;

import org.jspecify.annotations.Nullable;

/// A tenant's account as it is shown: without secrets.
public record CarrierAccount(
        String accountSid,
        String apiKeySid,
        @Nullable String applicationSid,
        @Nullable String baseUrl) {}
