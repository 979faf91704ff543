package io.trunkline.simulator.account;

/// A number of the account and whom it asks. An application, where one is named, is asked instead of the number's own
/// addresses.
public record PhoneNumber(
        String sid,
        String number,
        String name,
        Hook voice,
        Hook voiceFallback,
        Hook text,
        Hook textFallback,
        Hook status,
        String voiceApplication,
        String textApplication,
        String trunk,
        Abilities abilities) {
    /// What a number can carry.
    public record Abilities(boolean voice, boolean sms, boolean mms) {
        public static final Abilities ALL = new Abilities(true, true, true);
    }
}
