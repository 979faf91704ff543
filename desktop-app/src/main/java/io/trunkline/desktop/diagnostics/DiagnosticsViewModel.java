package io.trunkline.desktop.diagnostics;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.os.Masks;
import io.trunkline.desktop.session.Failures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A diagnostics bundle: made, looked through, saved and sent.
final class DiagnosticsViewModel {
    private final Supplier<List<Source>> sources;
    private final Supplier<Masks> masks;
    private final DiagnosticsGateway gateway;
    private final Work work;
    private final Clock clock;
    private final ObservableList<Sheet> sheets = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private Running running = Running.ENDED;

    DiagnosticsViewModel(
            Supplier<List<Source>> sources, Supplier<Masks> masks, DiagnosticsGateway gateway, Work work, Clock clock) {
        this.sources = sources;
        this.masks = masks;
        this.gateway = gateway;
        this.work = work;
        this.clock = clock;
    }

    /// Every file, as it would be saved or sent.
    ObservableList<Sheet> sheets() {
        return sheets;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What was done, as a sentence; empty before.
    ReadOnlyStringProperty done() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    String fileName() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return "trunkline-diagnostics-" + now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")) + ".zip";
    }

    /// Collects anew.
    void gather() {
        sheets.clear();
        var without = masks.get();
        begin();
        running = work.run(
                () -> Bundle.of(sources.get(), without),
                bundle -> {
                    end("");
                    sheets.setAll(bundle.sheets());
                },
                e -> failed("diagnostics.gather.failed", e));
    }

    void save(Path file) {
        var bundle = new Bundle(sheets);
        begin();
        running = work.run(
                () -> Files.write(file, bundle.zip()),
                at -> end(Text.of("diagnostics.save.done", at)),
                e -> failed("diagnostics.save.failed", e));
    }

    void send() {
        var bundle = new Bundle(sheets);
        begin();
        running = work.run(
                () -> {
                    gateway.send(bundle.zip());
                    return bundle;
                },
                _ -> end(Text.of("diagnostics.send.done")),
                e -> failed("diagnostics.send.failed", e));
    }

    void cancel() {
        running.cancel();
        busy.set(false);
    }

    private void begin() {
        running.cancel();
        trouble.set(null);
        done.set("");
        busy.set(true);
    }

    private void end(String sentence) {
        busy.set(false);
        done.set(sentence);
    }

    private void failed(String happened, Exception e) {
        busy.set(false);
        trouble.set(Failures.trouble(happened, Text.of("diagnostics.kept.sentence"), e));
    }
}
