package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.transfers.TransfersGateway;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.queue.QueueFigures;
import java.util.List;

/// Transfers over REST.
public final class RestTransfers implements TransfersGateway {
    private final Api api;

    public RestTransfers(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public List<QueueFigures> queues() {
        return Answers.of(api.wallboard()).queues();
    }

    @Override
    public List<Presence> agents() {
        return Answers.of(api.presences());
    }

    @Override
    public void transfer(InteractionId interaction, Transfer transfer) {
        Answers.done(api.transfer(interaction, transfer));
    }
}
