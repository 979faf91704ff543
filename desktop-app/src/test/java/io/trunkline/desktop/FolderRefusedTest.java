package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.NewerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderRefusedTest {
    @TempDir
    Path folder;

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void saysWhoWroteTheFolderAndThatNothingWasTouched(String language) throws IOException {
        Fx.run(() -> Text.speak(Locale.of(language)));
        Files.writeString(folder.resolve("format"), "9 4.2.0\n");
        var newer = catchThrowableOfType(NewerFolder.class, () -> AppFolder.at(folder));

        var stage = Fx.on(Stage::new);
        Fx.run(() -> FolderRefused.show(stage, newer));
        Fx.picture(stage, "folder-refused-" + language);
        var root = stage.getScene().getRoot();
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        var told = Fx.on(() -> root.lookupAll(".label").toString());
        Fx.close(stage);

        assertThat(newer.version()).isEqualTo("4.2.0");
        assertThat(told).contains("4.2.0");
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }
}
