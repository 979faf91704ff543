package io.trunkline.desktop.planted;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.settings.SettingsViewModel;
import java.awt.Toolkit;
import java.sql.Connection;
import javafx.scene.layout.VBox;

/// Everything a view must not know.
public final class PlantedView extends VBox {
    public PlantedView(SettingsViewModel foreign, Connection connection) {
        Toolkit.getDefaultToolkit().beep();
        throw new BackendFailure.Unreachable(foreign.now().get().backend() + connection);
    }
}
