package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.queue.QueueRef;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// A field for a number, the queue it is called for, and what is wrong with it.
final class DialerView extends VBox {
    private final DialerViewModel model;

    DialerView(DialerViewModel model, ColleaguesViewModel colleagues) {
        this.model = model;
        getStyleClass().add("dialer");
        getStylesheets().add(Theme.sheet(DialerView.class, "softphone.css"));
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        getChildren().addAll(problem, title(), row(), queue(), hint(), new ColleaguesButton(colleagues));
    }

    private static Label title() {
        return Type.LABEL.of(Text.of("softphone.dialer.title"), Type.MUTED);
    }

    private HBox row() {
        var number = new TextField();
        number.setId("dial-number");
        number.setPromptText(Text.of("softphone.dialer.prompt"));
        number.setAccessibleText(Text.of("softphone.dialer.title"));
        number.getStyleClass().add(Type.DIGITS);
        number.textProperty().bindBidirectional(model.number());
        number.setOnAction(_ -> model.call());
        HBox.setHgrow(number, Priority.ALWAYS);
        var call = new IconButton(Material2AL.CALL, Text.of("softphone.dialer.call"), model::call);
        call.setId("dial");
        call.getStyleClass().remove("flat");
        call.getStyleClass().add("success");
        call.disableProperty().bind(model.canCall().not());
        var row = new HBox(number, call);
        row.getStyleClass().add("row");
        return row;
    }

    private ComboBox<QueueRef> queue() {
        var box = new ComboBox<>(model.queues());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable QueueRef queue) {
                return queue == null ? "" : Text.of("softphone.dialer.queue", queue.name());
            }

            @Override
            public @Nullable QueueRef fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(model.queue());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("softphone.dialer.queue.name"));
        Hover.say(box, Text.of("softphone.dialer.queue.name"));
        box.visibleProperty()
                .bind(model.number()
                        .isNotEmpty()
                        .and(Bindings.size(model.queues()).greaterThan(1)));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /// Says how the number is read, or that it cannot exist.
    private Label hint() {
        var hint = Type.LABEL.wrapped("", Type.MUTED);
        hint.setId("dial-hint");
        hint.textProperty().bind(Bindings.createStringBinding(this::hintText, model.number()));
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private String hintText() {
        if (model.number().get().isBlank()) {
            return "";
        }
        return model.checked()
                .map(to -> Text.of("softphone.dialer.to", to.shown()))
                .orElseGet(() -> Text.of("softphone.dialer.wrong"));
    }
}
