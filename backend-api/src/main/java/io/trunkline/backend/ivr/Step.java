package io.trunkline.backend.ivr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One step of a flow. Other steps are named by their key.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Say.class, name = "say"),
    @JsonSubTypes.Type(value = Step.Menu.class, name = "menu"),
    @JsonSubTypes.Type(value = Step.Hours.class, name = "hours"),
    @JsonSubTypes.Type(value = Step.Enqueue.class, name = "enqueue"),
    @JsonSubTypes.Type(value = Step.HangUp.class, name = "hangUp"),
})
public sealed interface Step {
    /// Speaks, then goes on.
    record Say(String text, String next) implements Step {}

    /// Asks for digits. `choices` maps what is pressed to a step; after `tries` wrong or missing answers `otherwise`
    /// follows. `invalid` is said before the prompt is repeated.
    record Menu(
            String prompt,
            Map<String, String> choices,
            String otherwise,
            @Nullable String invalid,
            int seconds,
            int tries)
            implements Step {
        public Menu {
            choices = Map.copyOf(choices);
            seconds = seconds == 0 ? 5 : seconds;
            tries = tries == 0 ? 3 : tries;
        }
    }

    /// Goes one way while open and another while closed.
    record Hours(OpeningHours hours, String open, String closed) implements Step {}

    /// Waits in a queue; `full` follows when the queue takes no more.
    record Enqueue(QueueId queue, String full) implements Step {}

    /// Says a last text, if there is one, and ends the call with an outcome.
    record HangUp(@Nullable String text, Outcome outcome) implements Step {}
}
