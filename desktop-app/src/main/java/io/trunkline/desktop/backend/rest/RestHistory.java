package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.recordings.HistoryGateway;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.RecordingId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.recording.Recording;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Past interactions and their audio over REST.
public final class RestHistory implements HistoryGateway {
    private static final int PAGE = 50;

    private final Api api;

    public RestHistory(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public Page<Interaction> interactions(@Nullable String cursor) {
        return Answers.of(api.interactions(null, cursor, PAGE));
    }

    @Override
    public InteractionDetail detail(InteractionId interaction) {
        return Answers.of(api.interaction(interaction));
    }

    @Override
    public List<Recording> recordings(InteractionId interaction) {
        return Answers.of(api.recordings(interaction));
    }

    @Override
    public byte[] audio(RecordingId recording) {
        try (var body = Answers.of(api.audio(recording))) {
            return body.bytes();
        } catch (IOException e) {
            throw new BackendFailure.Unreachable("The recording did not arrive whole", e);
        }
    }
}
