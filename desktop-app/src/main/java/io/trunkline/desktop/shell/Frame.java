package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.Ticker;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Everything the wiring page hands to the window.
///
/// `news` stands beside presence and takes no room while there is none. `callLives` says whether the call bar stands at
/// the top; otherwise `search` does. `offlineSince` is null while what
/// is shown is fresh.
public record Frame(
        List<Page> pages,
        Part callBar,
        ObservableValue<Boolean> callLives,
        Part search,
        Part news,
        OwnPresence presence,
        ObservableValue<@Nullable Instant> offlineSince,
        Navigator navigator,
        Shortcuts shortcuts,
        Activities activities,
        Ticker ticker) {
    public Frame {
        pages = List.copyOf(pages);
    }
}
