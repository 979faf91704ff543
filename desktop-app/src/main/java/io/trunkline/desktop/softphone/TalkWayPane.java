package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.call.TalkWay.Kind;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Three ways to talk, all in sight, one pressed; the address below where one is needed.
final class TalkWayPane extends VBox {
    private final TalkWayViewModel model;

    TalkWayPane(TalkWayViewModel model) {
        this.model = model;
        getStyleClass().add("talk-way");
        getStylesheets().add(Theme.sheet(TalkWayPane.class, "softphone.css"));
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        getChildren().addAll(kinds(), address(), hint(), problem);
    }

    private SegmentedButton kinds() {
        var all = new SegmentedButton();
        for (var kind : Kind.values()) {
            var button = new ToggleButton(Text.of(name(kind)));
            button.setId("talk-by-" + kind.name().toLowerCase(Locale.ROOT));
            button.setOnAction(_ -> {
                model.choose(kind);
                button.setSelected(true);
            });
            WhileShown.subscribe(button, () -> model.kind().subscribe(now -> button.setSelected(now == kind)));
            all.getButtons().add(button);
        }
        all.setMinWidth(USE_PREF_SIZE);
        return all;
    }

    private HBox address() {
        var field = new TextField();
        field.setId("talk-address");
        field.textProperty().bindBidirectional(model.address());
        field.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Text.of(prompt(model.kind().get())), model.kind()));
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.setOnAction(_ -> model.save());
        HBox.setHgrow(field, Priority.ALWAYS);
        var save = new Button(Text.of("softphone.way.save"));
        save.setId("talk-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(model.canSave().not());
        save.setOnAction(_ -> model.save());
        var row = new HBox(field, save);
        row.getStyleClass().add("row");
        row.visibleProperty().bind(model.kind().isNotEqualTo(Kind.DEVICE));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Label hint() {
        var hint = Type.BODY.wrapped("", Type.MUTED);
        hint.setId("talk-hint");
        hint.textProperty()
                .bind(Bindings.createStringBinding(this::hintText, model.kind(), model.address(), model.way()));
        return hint;
    }

    private String hintText() {
        var wanted = model.wanted();
        if (wanted.isEmpty()) {
            return model.address().get().isBlank() ? Text.of("softphone.way.rung") : Text.of("softphone.way.wrong");
        }
        if (wanted.get().equals(model.way().get())) {
            return Text.of(model.kind().get() == Kind.DEVICE ? "softphone.way.here" : "softphone.way.rings");
        }
        return Text.of("softphone.way.rung");
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case DEVICE -> "softphone.way.device";
            case PHONE -> "softphone.way.phone";
            case SIP -> "softphone.way.sip";
        };
    }

    private static String prompt(Kind kind) {
        return switch (kind) {
            case DEVICE, PHONE -> "softphone.way.number";
            case SIP -> "softphone.way.address";
        };
    }
}
