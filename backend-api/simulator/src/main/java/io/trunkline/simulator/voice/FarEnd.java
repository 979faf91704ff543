package io.trunkline.simulator.voice;

import io.trunkline.simulator.media.Duplex;
import io.trunkline.simulator.media.Voice;
import java.util.Optional;

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

    /// Its live sound, for an end that has some.
    default Optional<Duplex> sound() {
        return Optional.empty();
    }

    /// What it speaks with when it has no sound of its own; a hum, unless it is told otherwise.
    default Optional<Voice> voice() {
        return Optional.empty();
    }

    /// Whether this end has muted its own microphone.
    default boolean silent() {
        return false;
    }
}
