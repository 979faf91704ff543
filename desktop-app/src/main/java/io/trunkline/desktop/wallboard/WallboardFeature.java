package io.trunkline.desktop.wallboard;

import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Session;
import javafx.scene.Node;

/// Wires the wallboard page.
public final class WallboardFeature {
    private final WallboardViewModel model;

    public WallboardFeature(Session session, WallboardGateway gateway, Work work, Ticker ticker) {
        model = new WallboardViewModel(session, gateway, work, ticker);
    }

    public void activate() {
        model.activate();
    }

    public void deactivate() {
        model.deactivate();
    }

    public Node page() {
        return new WallboardView(model);
    }

    /// The board alone, in large figures, with nothing to press.
    public Node wall() {
        model.full().set(true);
        return WallboardView.alone(model);
    }

    /// Large figures, or back.
    public void toggleFull() {
        model.full().set(!model.full().get());
    }
}
