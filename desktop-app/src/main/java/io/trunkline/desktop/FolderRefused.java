package io.trunkline.desktop;

import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.os.NewerFolder;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2MZ;

/// All that an older program shows where a newer one has worked: why it does not begin, and that nothing was touched.
final class FolderRefused {
    private FolderRefused() {}

    static void show(Stage stage, NewerFolder newer) {
        Theme.wear(ShadeChoice.SYSTEM.shade());
        var page = new StackPane(new EmptyState(
                Material2MZ.UPDATE,
                Text.of("settings.folder.newer", newer.version()),
                Text.of("settings.folder.kept", Desktop.version()),
                Text.of("settings.folder.close"),
                Platform::exit));
        stage.setScene(Theme.dress(new Scene(page, 640, 400)));
        stage.setTitle(MainWindow.TITLE);
        stage.getIcons().add(Mark.image());
        stage.show();
    }
}
