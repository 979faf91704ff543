package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the page sees of Java; see `shim/bridge.js`. Public with public methods because the page calls it by
/// reflection, always on the FX thread; it hands everything on at once.
public final class Bridge {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private final Consumer<Question> asked;
    private final PageLog log = new PageLog();

    Bridge(Consumer<Question> asked) {
        this.asked = asked;
    }

    public void ask(int id, String op, int target, String json) {
        try {
            asked.accept(new Question(id, op, target, Json.mapper().readTree(json)));
        } catch (JsonProcessingException e) {
            LOG.warn("The page asked for {} in what is no JSON: {}", op, e.getOriginalMessage());
        }
    }

    public void log(String level, String text) {
        log.write(level, text);
    }
}
