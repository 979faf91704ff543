package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The way back into the page, from any thread.
interface Answers {
    /// Answers a question; nothing where its id is 0.
    void good(int id, @Nullable JsonNode value);

    void bad(int id, String why);

    /// Something happened to the thing numbered `target`.
    void tell(int target, String type, @Nullable JsonNode value);
}
