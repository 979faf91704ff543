package io.trunkline.desktop.cache;

import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.message.NewMessage;
import java.util.UUID;

/// A command that must reach the backend, though the network or this program should fail first.
public sealed interface Pending {
    CommandId command();

    /// The id of the interaction or thread it is about.
    UUID target();

    record Note(InteractionId interaction, NewNote note) implements Pending {
        @Override
        public CommandId command() {
            return note.command();
        }

        @Override
        public UUID target() {
            return interaction.value();
        }
    }

    record Text(ThreadId thread, NewMessage message) implements Pending {
        @Override
        public CommandId command() {
            return message.command();
        }

        @Override
        public UUID target() {
            return thread.value();
        }
    }

    /// How the agent's line was in a call that has ended.
    record Quality(InteractionId interaction, QualityReport report) implements Pending {
        @Override
        public CommandId command() {
            return report.command();
        }

        @Override
        public UUID target() {
            return interaction.value();
        }
    }

    record Complete(InteractionId interaction, Completion completion) implements Pending {
        @Override
        public CommandId command() {
            return completion.command();
        }

        @Override
        public UUID target() {
            return interaction.value();
        }
    }
}
