package io.trunkline.desktop.notes;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.model.interaction.Disposition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Where notes are written; in wrap-up also the disposition, the time left and *Complete*. In the composer's place.
final class WrapUpView extends VBox {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+Enter");
    private static final KeyCombination COMPLETE = KeyCombination.valueOf("Shortcut+Shift+Enter");

    private final WrapUpViewModel model;

    WrapUpView(WrapUpViewModel model, Ticker ticker) {
        this.model = model;
        getStyleClass().add("wrap-up");
        getStylesheets().add(Theme.sheet(WrapUpView.class, "notes.css"));
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(problem, timeLeft(ticker), note(), foot(), ending());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox timeLeft(Ticker ticker) {
        var words = Type.BODY.of(Text.of("notes.wrapUp.left"), Type.STRONG);
        var left = TimerLabel.until(ticker);
        left.setId("wrap-up-left");
        left.getStyleClass().add(Type.NAME.style());
        left.momentProperty().bind(model.until());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var extend = new Button(Text.of("notes.wrapUp.extend"));
        extend.setId("extend");
        extend.setOnAction(_ -> model.extend());
        Hover.say(extend, Text.of("notes.wrapUp.extend.hint"));
        var row = new HBox(words, left, room, extend);
        row.getStyleClass().add("time-left");
        only(row, Bindings.isNotNull(model.until()));
        return row;
    }

    private TextArea note() {
        var note = new TextArea();
        note.setId("note");
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.setPromptText(Text.of("notes.write.prompt"));
        note.setAccessibleText(Text.of("notes.write.name"));
        note.textProperty().bindBidirectional(model.draft());
        return note;
    }

    private HBox foot() {
        var saved = Type.LABEL.of("", Type.MUTED);
        saved.setId("saved");
        saved.textProperty().bind(model.saved());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var save = Keys.button(Text.of("notes.save.act"), SAVE, model::saveNote);
        save.setId("save-note");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(model.canSave().not());
        var foot = new HBox(saved, room, save);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private VBox ending() {
        var obstacle = Type.LABEL.wrapped("", Type.MUTED);
        obstacle.setId("obstacle");
        obstacle.textProperty().bind(model.obstacle());
        only(obstacle, model.obstacle().isNotEmpty());
        var ending = new VBox(outcome(), obstacle);
        ending.getStyleClass().add("ending");
        only(ending, model.phase().isEqualTo(Phase.WRAPPING));
        return ending;
    }

    private HBox outcome() {
        var choice = choice();
        HBox.setHgrow(choice, Priority.ALWAYS);
        var complete = Keys.button(Text.of("notes.complete.act"), COMPLETE, model::complete);
        complete.setId("complete");
        complete.getStyleClass().add("accent");
        complete.setMinWidth(USE_PREF_SIZE);
        complete.disableProperty().bind(model.obstacle().isNotEmpty());
        var row = new HBox(choice, complete);
        row.getStyleClass().add("outcome");
        return row;
    }

    private ComboBox<Disposition> choice() {
        var choice = new ComboBox<>(model.dispositions());
        choice.setId("disposition");
        choice.setPromptText(Text.of("notes.disposition.prompt"));
        choice.setAccessibleText(Text.of("notes.disposition.name"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Disposition disposition) {
                return disposition == null ? "" : disposition.name();
            }

            @Override
            public @Nullable Disposition fromString(String text) {
                return null;
            }
        });
        choice.valueProperty().bindBidirectional(model.disposition());
        return choice;
    }

    private void key(KeyEvent event) {
        if (SAVE.match(event)) {
            event.consume();
            model.saveNote();
        } else if (COMPLETE.match(event) && model.phase().get() == Phase.WRAPPING) {
            event.consume();
            model.complete();
        }
    }

    private static void only(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
