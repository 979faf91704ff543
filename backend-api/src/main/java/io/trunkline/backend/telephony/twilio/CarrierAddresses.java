package io.trunkline.backend.telephony.twilio;

/// The addresses that belong at the carrier: of numbers, of the application of desktops' devices, and where the way
/// back is proven. All begin with the public address that signatures are checked against.
public record CarrierAddresses(
        String publicUrl,
        String calls,
        String callsFallback,
        String callStatus,
        String texts,
        String devices,
        String proof) {
    static CarrierAddresses of(Links links) {
        return new CarrierAddresses(
                links.again(""),
                links.again(Links.INBOUND),
                links.again(Links.FALLBACK),
                links.again(Links.VOICE_STATUS),
                links.again(Links.TEXT_INBOUND),
                links.again(Links.AGENT),
                links.again(Links.PROOF));
    }
}
