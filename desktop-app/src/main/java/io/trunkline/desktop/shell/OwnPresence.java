package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The shell's port to what the agent is doing: the session knows it, the backend changes it.
public interface OwnPresence {
    ObservableValue<Presence> now();

    /// What the agent asked for and takes effect after the present work; null for nothing.
    ObservableValue<@Nullable PresenceState> wish();

    /// Why the last choice did not reach the backend; null for nothing.
    ObservableValue<@Nullable Trouble> trouble();

    /// The reasons for being away that may be chosen.
    ObservableList<String> awayReasons();

    /// Asks for `AVAILABLE`, `AWAY` with a reason, or `OFFLINE`. The latest wish wins.
    void choose(PresenceState state, @Nullable String reason);
}
