package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.io.IOException;
import java.io.InputStream;

/// Where a carrier keeps the audio it has recorded. Takes nothing from anywhere but the carrier's own hosts.
@FunctionalInterface
public interface CarrierAudio {
    Audio fetch(TenantId tenant, String carrierSid) throws IOException;

    /// Audio on its way, with what the carrier says it is.
    record Audio(int status, String contentType, InputStream bytes) {}
}
