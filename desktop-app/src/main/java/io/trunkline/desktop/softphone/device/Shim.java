package io.trunkline.desktop.softphone.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The scripts of the page, in the order they must be run in.
final class Shim {
    /// The browser interfaces that WebView lacks.
    static final List<String> PARTS = List.of(
            "bridge",
            "console",
            "events",
            "browser",
            "media-stream",
            "rtp",
            "peer-connection",
            "media-devices",
            "audio-context",
            "sound",
            "web-socket");

    private Shim() {}

    static String part(String name) {
        return read("shim/" + name + ".js");
    }

    /// Twilio's own, as it came from the registry.
    static String sdk() {
        return read("sdk/twilio.min.js");
    }

    /// Drives the SDK.
    static String device() {
        return part("device");
    }

    private static String read(String name) {
        try (var stream = Shim.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new VoiceFailure(0, "The program lacks its part " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
