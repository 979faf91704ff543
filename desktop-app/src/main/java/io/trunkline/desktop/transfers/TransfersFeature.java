package io.trunkline.desktop.transfers;

import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import javafx.scene.Node;

/// Wires the transfer of the running call.
public final class TransfersFeature {
    private final TransferViewModel model;

    public TransfersFeature(Session session, TransfersGateway gateway, Work work, Ticker ticker) {
        model = new TransferViewModel(session, gateway, work, ticker, new Numbers(session.me()));
    }

    public void activate() {
        model.activate();
    }

    public void deactivate() {
        model.deactivate();
    }

    /// Shows or hides the choice; without a call it stays hidden.
    public void toggle() {
        model.toggle();
    }

    public Node view() {
        return new TransferView(model);
    }
}
