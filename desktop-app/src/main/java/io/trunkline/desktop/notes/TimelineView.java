package io.trunkline.desktop.notes;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.interaction.Note;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// The timeline with its notes; stays at the end, where the newest is.
final class TimelineView extends StackPane {
    private final TimelineViewModel model;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);

    TimelineView(TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("timeline");
        getStylesheets().add(Theme.sheet(TimelineView.class, "notes.css"));
        lines.getStyleClass().add("lines");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("notes.timeline.name"));
        lines.heightProperty().subscribe(() -> scroll.setVvalue(1));
        var empty =
                new EmptyState(Material2AL.HEADSET_MIC, Text.of("notes.empty.title"), Text.of("notes.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), scroll, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        getChildren().add(pane);
        WhileShown.list(this, model.entries(), this::draw);
    }

    private void draw() {
        lines.getChildren().setAll(model.entries().stream().map(this::line).toList());
    }

    private Node line(Entry entry) {
        return switch (entry) {
            case Entry.Happened happened -> happened(happened);
            case Entry.Written(var note) -> written(note);
            case Entry.Unsent unsent -> unsent(unsent);
        };
    }

    private HBox happened(Entry.Happened of) {
        var words = Type.BODY.wrapped(TimelineText.of(of.entry()), Type.MUTED);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(Icons.small(TimelineText.icon(of.entry())), words, time(of.at()));
        line.getStyleClass().add("happened");
        return line;
    }

    private VBox written(Note note) {
        var author = Type.LABEL.of(note.author().name(), Type.STRONG);
        HBox.setHgrow(author, Priority.ALWAYS);
        author.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(Icons.small(Material2AL.EDIT), author, time(note.at()));
        head.getStyleClass().add("note-head");
        var box = new VBox(head, Type.BODY.wrapped(note.text()));
        box.getStyleClass().add("note");
        return box;
    }

    private VBox unsent(Entry.Unsent of) {
        var box = new VBox(Type.BODY.wrapped(of.text()));
        box.getStyleClass().addAll("note", "unsent");
        if (of.sentence().isEmpty()) {
            box.getChildren().add(Type.LABEL.of(Text.of("notes.save.sending"), Type.MUTED));
            return box;
        }
        box.getChildren().add(Type.LABEL.wrapped(Text.of("notes.save.refused", of.sentence())));
        var retry = new Button(Text.of("notes.save.retry"));
        retry.setOnAction(_ -> model.retry(of));
        var discard = new Button(Text.of("notes.save.discard"));
        discard.setOnAction(_ -> model.discard(of));
        var acts = new HBox(retry, discard);
        acts.getStyleClass().add("acts");
        box.getChildren().add(acts);
        return box;
    }

    private Label time(Instant at) {
        var label = Type.LABEL.of(Times.clock(at, model.zone()), Type.MUTED, Type.DIGITS);
        label.setMinWidth(USE_PREF_SIZE);
        Hover.say(label, Times.exactly(at, model.zone()));
        return label;
    }
}
