package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.look.DirectionLook;
import io.trunkline.desktop.look.InteractionLook;
import io.trunkline.desktop.look.OutcomeLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.interaction.Interaction;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One past interaction: channel and direction, contact, queue, agent, outcome, length, when.
final class HistoryRow extends ListCell<Interaction> {
    private final HistoryViewModel model;

    HistoryRow(HistoryViewModel model) {
        this.model = model;
        getStyleClass().add("history-row");
    }

    @Override
    protected void updateItem(@Nullable Interaction interaction, boolean empty) {
        super.updateItem(interaction, empty);
        setText(null);
        setGraphic(interaction == null || empty ? null : row(interaction));
    }

    /// The names of the columns, each above its own.
    static HBox names() {
        var name = Type.LABEL.line(Text.of("history.column.contact"), Type.MUTED);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var names = new HBox(
                name,
                title("history.column.queue", "queue"),
                title("history.column.agent", "agent"),
                title("history.column.outcome", "outcome"),
                title("history.column.length", "length"),
                title("history.column.when", "when"));
        names.getStyleClass().addAll("history-row", "names");
        return names;
    }

    private static Label title(String key, String style) {
        return Type.LABEL.line(Text.of(key), Type.MUTED, style);
    }

    private HBox row(Interaction of) {
        var queue = of.queue();
        var agent = of.agent();
        var name = Type.BODY.line(Numbers.shown(of.contact().name()), Type.STRONG);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(
                ChannelLook.of(of.channel()).small(),
                DirectionLook.of(of.direction()).small(),
                name,
                column(queue == null ? "" : queue.name(), "queue"),
                column(agent == null ? "" : agent.name(), "agent"),
                outcome(of),
                column(length(of), "length", Type.DIGITS),
                time(of));
        row.getStyleClass().add("face");
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(48));
        return row;
    }

    private static Label column(String text, String... styles) {
        var label = Type.BODY.line(text, Type.MUTED);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Label outcome(Interaction of) {
        var outcome = of.outcome();
        var look = outcome == null ? InteractionLook.of(of.state()) : OutcomeLook.of(outcome);
        var label = column(of.disposition() == null ? look.text() : of.disposition(), "outcome");
        label.setGraphic(look.small());
        return label;
    }

    private static String length(Interaction of) {
        var from = of.answeredAt();
        var to = of.endedAt();
        return from == null || to == null ? "" : Times.timer(Duration.between(from, to));
    }

    private Label time(Interaction of) {
        var label = column("", "when", Type.DIGITS);
        WhileShown.tick(label, model.ticker(), now -> label.setText(Times.shortly(of.openedAt(), now, model.zone())));
        var tip = Times.exactly(of.openedAt(), model.zone());
        label.tooltipProperty().unbind();
        Hover.say(label, tip);
        return label;
    }
}
