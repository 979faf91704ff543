package io.trunkline.backend.recordings;

import io.trunkline.model.TenantId;
import java.io.IOException;
import java.io.InputStream;

/// Where the audio of a finished recording is fetched from; carriers stand behind it.
@FunctionalInterface
public interface AudioSource {
    /// The audio as the carrier sends it, from the carrier's own hosts only.
    Audio fetch(TenantId tenant, String carrierSid) throws IOException;

    /// Audio on its way, with what the carrier says it is.
    record Audio(int status, String contentType, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
