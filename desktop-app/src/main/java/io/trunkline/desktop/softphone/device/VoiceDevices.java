package io.trunkline.desktop.softphone.device;

import io.trunkline.model.call.VoiceCredentials;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes the voice device of whoever signs in.
@FunctionalInterface
public interface VoiceDevices {
    /// `credentials` is asked off the FX thread whenever the carrier wants a new token; it blocks and may fail with
    /// what the backend's answers fail with.
    VoiceDevice make(Supplier<VoiceCredentials> credentials, Consumer<VoiceEvent> listener);
}
