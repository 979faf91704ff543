package io.trunkline.simulator.voice;

/// Who is at the other end of a leg: a customer's phone, a desktop's device. Methods return at once.
public interface FarEnd {
    /// An outbound leg rings here; it is answered, or refused, through [Calls].
    void ring(Call call);

    /// The leg was answered, by whichever side.
    default void answered(Call call) {}

    /// The document asks for digits.
    default void asked(Call call) {}

    /// What the leg hears changed.
    default void hears(Call call) {}

    default void ended(Call call) {}

    /// Whether this end has muted its own microphone.
    default boolean silent() {
        return false;
    }
}
