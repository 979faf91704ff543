package io.trunkline.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.model.identity.Me;
import io.trunkline.model.json.Json;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who was signed in last, so that their desk opens and their drafts are there while the backend does not answer.
final class LastAgent {
    private static final Logger LOG = LoggerFactory.getLogger(LastAgent.class);
    private static final String FILE = "agent";

    private final AppFolder folder;

    LastAgent(AppFolder folder) {
        this.folder = folder;
    }

    void keep(Me me) {
        try {
            folder.keep(FILE, Json.mapper().writeValueAsString(me));
        } catch (JsonProcessingException e) {
            LOG.warn("Who signed in cannot be kept", e);
        }
    }

    Optional<Me> read() {
        return folder.read(FILE).flatMap(LastAgent::of);
    }

    void forget() {
        folder.forget(FILE);
    }

    private static Optional<Me> of(String json) {
        try {
            return Optional.of(Json.mapper().readValue(json, Me.class));
        } catch (JsonProcessingException e) {
            LOG.info("Who signed in last was kept by another version: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
