package io.trunkline.backend.platform.log;

import io.trunkline.model.InteractionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// What the lines logged until it is closed are about.
public final class About implements AutoCloseable {
    private static final String INTERACTION = "interaction";

    private final @Nullable String before = MDC.get(INTERACTION);

    private About(InteractionId id) {
        MDC.put(INTERACTION, id.toString());
    }

    public static About interaction(InteractionId id) {
        return new About(id);
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(INTERACTION);
        } else {
            MDC.put(INTERACTION, before);
        }
    }
}
