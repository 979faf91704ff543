package io.trunkline.backend.ivr;

import java.util.List;

/// What follows one input. The last instruction asks, enqueues or hangs up; those before it speak.
public record Turn(String language, List<Instruction> instructions) {
    public Turn {
        instructions = List.copyOf(instructions);
    }

    public Instruction last() {
        return instructions.getLast();
    }
}
