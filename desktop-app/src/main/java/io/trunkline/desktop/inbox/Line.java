package io.trunkline.desktop.inbox;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.model.message.Message;
import java.time.LocalDate;

/// One line of a thread.
sealed interface Line {
    /// A new day begins.
    record Day(LocalDate date) implements Line {}

    record Said(Message message) implements Line {}

    /// On its way from this computer; `sentence` says why it was refused, or is empty.
    record Unsent(Pending.Text pending, String sentence) implements Line {
        String text() {
            return pending.message().text();
        }
    }
}
