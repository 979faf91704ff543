package io.trunkline.desktop.updates;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import java.net.URI;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.Node;

/// Wires what tells of newer programs.
public final class UpdatesFeature {
    private final UpdatesViewModel model;

    /// `tells` is false where IT wants nothing said; `browse` opens an address outside the program.
    public UpdatesFeature(UpdatesGateway gateway, Work work, Ticker ticker, boolean tells, Consumer<URI> browse) {
        model = new UpdatesViewModel(
                gateway, work, ticker, ThisProgram.version(), tells, browse, RandomGenerator.getDefault());
    }

    public void activate() {
        model.activate();
    }

    public void deactivate() {
        model.deactivate();
    }

    /// For the top bar.
    public Node notice() {
        return new UpdateNotice(model);
    }

    /// For the settings.
    public Node settings() {
        return new UpdatesPane(model);
    }
}
