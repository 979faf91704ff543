package io.trunkline.desktop.softphone.device;

import java.util.List;
import java.util.Optional;

/// How this computer's microphones and speakers are found and chosen. Called on the sound's own lane, where it may take
/// its time.
interface SoundPort {
    /// What is there, by the names the system shows.
    record Found(List<String> microphones, List<String> speakers) {
        static final Found NOTHING = new Found(List.of(), List.of());

        public Found {
            microphones = List.copyOf(microphones);
            speakers = List.copyOf(speakers);
        }
    }

    /// Empty where the system did not say.
    Optional<Found> look();

    /// Puts what this program records and plays, now and from now on, on these; an empty name is the system's own
    /// choice. The names were found by [#look()].
    void put(SoundChoice choice);

    /// Whether the system has dropped the engine's own connection, as of the last [#look()], empty or not.
    default boolean isCutOff() {
        return false;
    }

    /// The engine has made another connection.
    default void joined() {}

    /// Calls when it may be worth another look, until [#close()].
    void watch(Runnable changed);

    void close();
}
