package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// The messages of one thread, newest at the end, with a line where a day begins.
final class ThreadView extends StackPane {
    private final ThreadViewModel model;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);

    ThreadView(ThreadViewModel model) {
        this.model = model;
        getStyleClass().add("thread");
        getStylesheets().add(Theme.sheet(ThreadView.class, "inbox.css"));
        lines.getStyleClass().add("lines");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("inbox.thread.name"));
        lines.heightProperty().subscribe(() -> scroll.setVvalue(1));
        var empty = new EmptyState(
                Material2AL.CHAT_BUBBLE_OUTLINE,
                Text.of("inbox.thread.empty.title"),
                Text.of("inbox.thread.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), scroll, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        getChildren().add(pane);
        WhileShown.list(this, model.lines(), this::draw);
    }

    private void draw() {
        var drawn = new ArrayList<Node>();
        if (model.older().get()) {
            drawn.add(older());
        }
        model.lines().stream().map(this::line).forEach(drawn::add);
        lines.getChildren().setAll(drawn);
    }

    private HBox older() {
        var button = new Button(Text.of("inbox.thread.older"));
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> model.loadOlder());
        var row = new HBox(button);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private Node line(Line line) {
        return switch (line) {
            case Line.Day(var date) -> day(date);
            case Line.Said(var message) -> Bubble.said(message, model.zone());
            case Line.Unsent unsent -> Bubble.unsent(unsent, () -> model.retry(unsent), () -> model.takeBack(unsent));
        };
    }

    private static HBox day(LocalDate date) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Text.locale().get());
        var row = new HBox(Type.LABEL.of(date.format(format), Type.MUTED));
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("day");
        return row;
    }
}
