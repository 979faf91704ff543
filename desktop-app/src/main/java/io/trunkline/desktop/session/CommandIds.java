package io.trunkline.desktop.session;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.trunkline.model.CommandId;
import io.trunkline.model.interaction.Command;

/// Names for commands (UUIDv7), so that the backend applies each once however often it is sent.
public final class CommandIds {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private CommandIds() {}

    public static CommandId next() {
        return new CommandId(IDS.generate());
    }

    /// A command without further content.
    public static Command command() {
        return new Command(next());
    }
}
