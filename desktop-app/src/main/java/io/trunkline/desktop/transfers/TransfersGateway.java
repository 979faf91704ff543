package io.trunkline.desktop.transfers;

import io.trunkline.model.InteractionId;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.queue.QueueFigures;
import java.util.List;

/// What a transfer asks of the backend. Blocks; throws `BackendFailure`.
public interface TransfersGateway {
    List<QueueFigures> queues();

    List<Presence> agents();

    void transfer(InteractionId interaction, Transfer transfer);
}
