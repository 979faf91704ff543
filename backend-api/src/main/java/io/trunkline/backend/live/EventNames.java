package io.trunkline.backend.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.trunkline.model.live.LiveEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The names under which types of events stand in the log, as the model declares them.
final class EventNames {
    private static final Map<Class<?>, String> NAMES = Arrays.stream(
                    LiveEvent.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private EventNames() {}

    static String of(LiveEvent event) {
        return Optional.ofNullable(NAMES.get(event.getClass()))
                .orElseThrow(() -> new IllegalArgumentException(event.getClass() + " has no name in LiveEvent's list"));
    }
}
