package io.trunkline.backend.ivr;

import io.trunkline.model.interaction.Outcome;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a caller hears next.
///
/// Pure: same flow, position, input and time, same turn. A flow that leads nowhere ends the call as failed; it never
/// loops and never throws. A step that an administrator took away under a running call starts the flow again.
public final class FlowRunner {
    private static final int MOST_STEPS = 100;

    private FlowRunner() {}

    /// The first turn of a call.
    public static Turn begin(Flow flow, ZonedDateTime now) {
        return walk(flow, flow.start(), now, new ArrayList<>());
    }

    public static Turn next(Flow flow, Position at, Input input, ZonedDateTime now) {
        var said = new ArrayList<Instruction>();
        return switch (flow.steps().get(at.step())) {
            case null -> walk(flow, flow.start(), now, said);
            case Step.Menu menu -> answered(flow, menu, at, input, now, said);
            case Step.Enqueue enqueue ->
                switch (input) {
                    case Input.QueueFull _ -> walk(flow, enqueue.full(), now, said);
                    case Input.Digits _ -> walk(flow, at.step(), now, said);
                };
            case Step.Say _, Step.Hours _, Step.HangUp _ -> walk(flow, at.step(), now, said);
        };
    }

    private static Turn answered(
            Flow flow, Step.Menu menu, Position at, Input input, ZonedDateTime now, List<Instruction> said) {
        var pressed = switch (input) {
            case Input.Digits digits -> digits.pressed();
            case Input.QueueFull _ -> "";
        };
        var chosen = menu.choices().get(pressed);
        if (chosen != null) {
            return walk(flow, chosen, now, said);
        }
        if (at.tries() + 1 >= menu.tries()) {
            return walk(flow, menu.otherwise(), now, said);
        }
        if (menu.invalid() != null && !pressed.isEmpty()) {
            said.add(new Instruction.Say(menu.invalid()));
        }
        said.add(ask(menu, new Position(at.step(), at.tries() + 1)));
        return new Turn(flow.language(), said);
    }

    private static Turn walk(Flow flow, String from, ZonedDateTime now, List<Instruction> said) {
        var name = from;
        for (var walked = 0; walked < MOST_STEPS; walked++) {
            var next = step(flow.steps().get(name), name, now, said);
            if (next == null) {
                return said.isEmpty() || said.getLast() instanceof Instruction.Say
                        ? lost(flow, said)
                        : new Turn(flow.language(), said);
            }
            name = next;
        }
        return lost(flow, said);
    }

    /// Adds what the step does; returns the step that follows at once, or nothing where the flow pauses.
    private static @Nullable String step(@Nullable Step step, String name, ZonedDateTime now, List<Instruction> said) {
        return switch (step) {
            case null -> null;
            case Step.Say say -> {
                said.add(new Instruction.Say(say.text()));
                yield say.next();
            }
            case Step.Hours hours -> hours.hours().open(now) ? hours.open() : hours.closed();
            case Step.Menu menu -> {
                said.add(ask(menu, new Position(name, 0)));
                yield null;
            }
            case Step.Enqueue enqueue -> {
                said.add(new Instruction.Enqueue(enqueue.queue(), new Position(name, 0)));
                yield null;
            }
            case Step.HangUp hangUp -> {
                if (hangUp.text() != null) {
                    said.add(new Instruction.Say(hangUp.text()));
                }
                said.add(new Instruction.HangUp(hangUp.outcome()));
                yield null;
            }
        };
    }

    private static Instruction.Ask ask(Step.Menu menu, Position position) {
        var digits =
                menu.choices().keySet().stream().mapToInt(String::length).max().orElse(1);
        var endKey = digits > 1 && menu.choices().keySet().stream().noneMatch(choice -> choice.contains("#"));
        return new Instruction.Ask(menu.prompt(), digits, endKey, Duration.ofSeconds(menu.seconds()), position);
    }

    private static Turn lost(Flow flow, List<Instruction> said) {
        said.add(new Instruction.HangUp(Outcome.FAILED));
        return new Turn(flow.language(), said);
    }
}
