package io.trunkline.desktop.diagnostics;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.material2.Material2AL;

/// Draws a bundle: its files at the left, the text of one at the right, what can be done with all of them below.
final class DiagnosticsView extends VBox {
    private final DiagnosticsViewModel model;
    private final ListView<Sheet> files = new ListView<>();
    private final TextArea text = new TextArea();

    DiagnosticsView(DiagnosticsViewModel model, Runnable close) {
        this.model = model;
        getStyleClass().addAll("sheet", "diagnostics");
        getStylesheets().add(Theme.sheet(DiagnosticsView.class, "diagnostics.css"));
        setMaxSize(880, 600);
        var banner = new ProblemBanner();
        WhileShown.subscribe(
                banner,
                () -> model.trouble().subscribe(told -> banner.troubleProperty().set(told)));
        getChildren()
                .addAll(
                        head(close),
                        Type.BODY.wrapped(Text.of("diagnostics.page.sentence"), Type.MUTED),
                        banner,
                        pages(),
                        foot());
        WhileShown.list(this, model.sheets(), this::list);
    }

    private static Node head(Runnable close) {
        var title = Type.TITLE.of(Text.of("diagnostics.page.title"));
        BorderPane.setAlignment(title, Pos.CENTER_LEFT);
        var head = new BorderPane();
        head.setLeft(title);
        head.setRight(new IconButton(Material2AL.CLOSE, Text.of("diagnostics.page.close"), close));
        return head;
    }

    private Node pages() {
        files.setId("diagnostics-files");
        files.setAccessibleText(Text.of("diagnostics.files.name"));
        files.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> text.setText(
                        Optional.ofNullable(chosen).map(Sheet::text).orElse("")));
        text.setId("diagnostics-text");
        text.setEditable(false);
        text.setAccessibleText(Text.of("diagnostics.text.name"));
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(files, text);
        row.getStyleClass().add("pages");
        setVgrow(row, Priority.ALWAYS);
        return row;
    }

    private Node foot() {
        var done = Type.BODY.wrapped("", "done");
        done.setId("diagnostics-done");
        done.textProperty().bind(model.done());
        var room = new Region();
        HBox.setHgrow(done, Priority.ALWAYS);
        HBox.setHgrow(room, Priority.SOMETIMES);
        var save = button("diagnostics.save.name", "diagnostics-save", this::save);
        var send = button("diagnostics.send.name", "diagnostics-send", model::send);
        send.getStyleClass().add(Styles.ACCENT);
        var foot = new HBox(done, room, save, send);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private Button button(String key, String id, Runnable act) {
        var button = new Button(Text.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(model.busy().or(Bindings.isEmpty(model.sheets())));
        return button;
    }

    private void list() {
        files.getItems().setAll(model.sheets());
        files.getSelectionModel().selectFirst();
    }

    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle(Text.of("diagnostics.save.title"));
        chooser.setInitialFileName(model.fileName());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("zip", "*.zip"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .ifPresent(file -> model.save(file.toPath()));
    }
}
