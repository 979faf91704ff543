package io.trunkline.desktop.diagnostics;

import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.os.Masks;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Wires diagnostics.
public final class DiagnosticsFeature {
    private final DiagnosticsViewModel model;

    /// Both are asked when a bundle is made: what there is then, and whom the desk is about then. `sources` is asked
    /// off the FX thread.
    public DiagnosticsFeature(
            Supplier<List<Source>> sources, Supplier<Masks> masks, DiagnosticsGateway gateway, Work work, Clock clock) {
        model = new DiagnosticsViewModel(sources, masks, gateway, work, clock);
    }

    /// For the settings; `lay` puts a sheet over the window.
    public Node settings(Consumer<Region> lay, Runnable clear) {
        var button = new Button(Text.of("diagnostics.open.name"));
        button.setId("diagnostics-open");
        button.setOnAction(_ -> lay.accept(sheet(clear)));
        var box = new VBox(Type.BODY.wrapped(Text.of("diagnostics.open.sentence"), Type.MUTED), button);
        box.getStyleClass().add("diagnostics-part");
        box.getStylesheets().add(Theme.sheet(DiagnosticsFeature.class, "diagnostics.css"));
        return box;
    }

    /// The bundle as a sheet; `done` takes it away.
    public Region sheet(Runnable done) {
        model.gather();
        return new DiagnosticsView(model, done);
    }

    public void deactivate() {
        model.cancel();
    }
}
