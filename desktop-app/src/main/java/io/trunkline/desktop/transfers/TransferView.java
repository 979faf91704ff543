package io.trunkline.desktop.transfers;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.KeyedList;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.look.TargetLook;
import io.trunkline.model.call.TargetKind;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The choice of where a call goes: kind, search, list; Esc closes it. Lies over the timeline, never over the call bar.
final class TransferView extends VBox {
    private final TransferViewModel model;

    TransferView(TransferViewModel model) {
        this.model = model;
        getStyleClass().add("transfer");
        getStylesheets().add(Theme.sheet(TransferView.class, "transfers.css"));
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        var pane = list();
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(head(), problem, row(), hint(), pane);
        only(this, model.open());
        disableProperty().bind(model.transferring());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.open().set(false);
            }
        });
    }

    private HBox head() {
        var title = Type.NAME.of(Text.of("transfers.title.name"));
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var kinds = new HBox();
        kinds.getStyleClass().add("kinds");
        var group = new ToggleGroup();
        for (var kind : TargetKind.values()) {
            kinds.getChildren().add(kind(kind, group));
        }
        var close = new IconButton(
                Material2AL.CLOSE,
                Text.of("transfers.close.name"),
                () -> model.open().set(false));
        var head = new HBox(title, room, kinds, close);
        head.getStyleClass().add("head");
        return head;
    }

    private ToggleButton kind(TargetKind kind, ToggleGroup group) {
        var look = TargetLook.of(kind);
        var button = new ToggleButton(look.text(), look.small());
        button.setId("transfer-" + kind.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        WhileShown.subscribe(button, () -> model.kind().subscribe(now -> button.setSelected(now == kind)));
        button.setOnAction(_ -> {
            model.kind().set(kind);
            button.setSelected(true);
        });
        return button;
    }

    private HBox row() {
        var words = new TextField();
        words.setId("transfer-words");
        words.textProperty().bindBidirectional(model.words());
        words.promptTextProperty().bind(Bindings.createStringBinding(this::prompt, model.kind()));
        words.setAccessibleText(Text.of("transfers.words.name"));
        words.setOnAction(_ -> {
            if (isNumber()) {
                model.toNumber();
            }
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        var call = new Button(Text.of("transfers.number.act"));
        call.setId("transfer-to-number");
        call.getStyleClass().add("accent");
        call.setMinWidth(USE_PREF_SIZE);
        call.setOnAction(_ -> model.toNumber());
        call.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.number().isEmpty(), model.words()));
        only(call, Bindings.createBooleanBinding(this::isNumber, model.kind()));
        var row = new HBox(words, call);
        row.getStyleClass().add("row");
        return row;
    }

    private Label hint() {
        var hint = Type.LABEL.wrapped("", Type.MUTED);
        hint.textProperty().bind(Bindings.createStringBinding(this::hintText, model.words(), model.kind()));
        only(hint, hint.textProperty().isNotEmpty());
        return hint;
    }

    private ConditionPane list() {
        var list = new KeyedList<>(model.targets(), Target::target);
        list.setId("transfer-targets");
        list.setAccessibleText(Text.of("transfers.list.name"));
        list.setCellFactory(_ -> new TargetRow(model));
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                model.to(chosen);
            }
        });
        var empty = new EmptyState(
                Material2MZ.SEARCH, Text.of("transfers.empty.title"), Text.of("transfers.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), list, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        only(pane, Bindings.createBooleanBinding(() -> !isNumber(), model.kind()));
        return pane;
    }

    private boolean isNumber() {
        return model.kind().get() == TargetKind.NUMBER;
    }

    private String prompt() {
        return isNumber() ? Text.of("transfers.number.prompt") : Text.of("transfers.search.prompt");
    }

    private String hintText() {
        if (!isNumber() || model.words().get().isBlank()) {
            return "";
        }
        return model.number()
                .map(to -> Text.of("transfers.number.to", to.shown()))
                .orElseGet(() -> Text.of("transfers.number.wrong"));
    }

    private static void only(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
