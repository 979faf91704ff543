package io.trunkline.desktop.os;

/// Whether this computer can be heard when it rings.
public sealed interface Audible {
    /// The way to a loudspeaker is being opened.
    record Opening() implements Audible {}

    /// It can; the way is open. The name is empty for the system's own choice.
    record Ready(String device) implements Audible {}

    /// The device chosen is not connected: the system's own choice rings meanwhile.
    record FellBack(String missing) implements Audible {}

    /// It cannot: there is no working sound output.
    record Unheard() implements Audible {}

    /// It need not: the volume is zero because somebody wants it so.
    record Silenced() implements Audible {}
}
