package io.trunkline.desktop.wallboard;

import io.trunkline.model.presence.Presence;
import io.trunkline.model.queue.Wallboard;
import java.util.List;

/// What the wallboard asks of the backend before the feed tells more. Blocks; throws `BackendFailure`.
public interface WallboardGateway {
    Wallboard wallboard();

    List<Presence> agents();
}
