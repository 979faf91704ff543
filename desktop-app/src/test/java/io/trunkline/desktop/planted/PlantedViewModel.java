package io.trunkline.desktop.planted;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Everything a view model must not do.
public final class PlantedViewModel {
    public final Instant begun = Instant.now();
    public final Stage stage = new Stage();
    public final CompletableFuture<Void> later = new CompletableFuture<>();

    public void go() {
        Platform.runLater(stage::show);
        new Thread(stage::hide).start();
    }
}
