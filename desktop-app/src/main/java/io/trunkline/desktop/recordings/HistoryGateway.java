package io.trunkline.desktop.recordings;

import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.RecordingId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.recording.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the history asks of the backend. Blocks; throws `BackendFailure`.
public interface HistoryGateway {
    /// Latest first.
    Page<Interaction> interactions(@Nullable String cursor);

    InteractionDetail detail(InteractionId interaction);

    List<Recording> recordings(InteractionId interaction);

    /// The stored audio, a WAV file.
    byte[] audio(RecordingId recording);
}
