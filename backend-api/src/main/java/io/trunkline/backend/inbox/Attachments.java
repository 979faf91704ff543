package io.trunkline.backend.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.trunkline.model.json.Json;
import io.trunkline.model.message.Attachment;
import java.util.List;
import java.util.UUID;

/// Files of a message as the database gives them: a JSON array beside the message's row.
final class Attachments {
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private Attachments() {}

    private record Row(UUID id, String name, String type, long bytes) {}

    static List<Attachment> read(String json) {
        try {
            return Json.mapper().readValue(json, ROWS).stream()
                    .map(row -> new Attachment(row.name, row.type, row.bytes, "/api/v1/attachments/" + row.id))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave attachments that are no JSON", e);
        }
    }
}
