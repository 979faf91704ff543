package io.trunkline.desktop.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.Masks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticsTest implements DiagnosticsGateway {
    @TempDir
    Path folder;

    private final List<byte[]> sent = new ArrayList<>();
    private boolean reachable = true;

    private final DiagnosticsViewModel model = new DiagnosticsViewModel(
            () -> List.of(
                    new Source("versions.txt", () -> "Trunkline      0.1.0\nJava           25.0.1\n"),
                    new Source("sound.txt", () -> {
                        throw new IllegalStateException("no sound for ana@mail.example");
                    }),
                    new Source("log/desktop.log", () -> "2026-11-29 15:14:02.123 INFO  [main] Called Ana Gómez\n")),
            () -> Masks.of(List.of("Ana Gómez"), List.of()),
            this,
            new SameThreadWork(),
            Clock.fixed(Instant.parse("2026-11-29T15:14:00Z"), ZoneOffset.UTC));

    @Override
    public void send(byte[] zip) {
        if (!reachable) {
            throw new BackendFailure.Unreachable("away");
        }
        sent.add(zip);
    }

    @BeforeEach
    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @Test
    void whatIsShownIsWhatIsSavedAndSent() throws IOException {
        model.gather();
        var file = folder.resolve(model.fileName());
        model.save(file);
        model.send();

        assertThat(file).hasFileName("trunkline-diagnostics-20261129-1514.zip");
        var shown = new LinkedHashMap<String, String>();
        model.sheets().forEach(each -> shown.put(each.name(), each.text()));
        assertThat(unzipped(Files.readAllBytes(file))).isEqualTo(shown);
        assertThat(sent)
                .singleElement()
                .satisfies(zip -> assertThat(unzipped(zip)).isEqualTo(shown));
        assertThat(model.done().get()).isEqualTo("Sent. Your administrators can fetch it for 30 days.");
    }

    @Test
    void aSourceThatFailsSaysSoInItsFileWithoutNames() {
        model.gather();
        assertThat(model.sheets())
                .extracting(Sheet::name)
                .containsExactly("versions.txt", "sound.txt", "log/desktop.log");
        assertThat(model.sheets().get(1).text()).contains("could not be found out", "no sound for [address]");
        assertThat(model.sheets().getLast().text()).contains("Called [hidden]");
    }

    @Test
    void withoutAConnectionItCanStillBeSaved() {
        reachable = false;
        model.gather();
        model.send();
        var trouble = Optional.ofNullable(model.trouble().get()).orElseThrow();
        assertThat(trouble.happened()).isEqualTo("It could not be sent.");
        assertThat(trouble.kept()).isEqualTo("You can still save it.");
        model.save(folder.resolve("saved.zip"));
        assertThat(folder.resolve("saved.zip")).isNotEmptyFile();
        assertThat(model.trouble().get()).isNull();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        model.gather();
        model.save(folder.resolve("there/is/no/such/folder.zip"));
        assertThat(Optional.ofNullable(model.trouble().get()).orElseThrow().happened())
                .isEqualTo("The file could not be written.");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,es,853,640"})
    void everyFileCanBeLookedThrough(Shade shade, String language, int width, int height) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        Fx.run(model::gather);
        var stage = Fx.show(shade, width, height, () -> new StackPane(new DiagnosticsView(model, () -> {})));
        var root = stage.getScene().getRoot();
        var first = Fx.on(() -> ((TextArea) root.lookup("#diagnostics-text")).getText());
        Fx.run(() -> ((ListView<?>) root.lookup("#diagnostics-files"))
                .getSelectionModel()
                .select(2));
        var third = Fx.on(() -> ((TextArea) root.lookup("#diagnostics-text")).getText());
        Fx.run(model::send);
        Fx.picture(stage, "diagnostics-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var done = Fx.on(() -> ((Labeled) root.lookup("#diagnostics-done")).getText());
        var unnamed = Fx.on(() -> Walk.unnamed(root));
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.close(stage);

        assertThat(first).contains("Trunkline");
        assertThat(third).contains("Called [hidden]");
        assertThat(done).isNotBlank();
        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
