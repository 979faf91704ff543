package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.Note;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The chosen interaction: who and when, its recordings with a player, its notes.
final class PlayerView extends StackPane {
    private final PlayerViewModel model;
    private final ZoneId zone;
    private final VBox sections = new VBox();
    private final EmptyState empty =
            new EmptyState(Material2AL.HISTORY, Text.of("history.none.title"), Text.of("history.none.sentence"));

    PlayerView(PlayerViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        getStyleClass().add("beside");
        sections.getStyleClass().add("sections");
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("history.detail.name"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var problem = new ProblemBanner(model::load);
        problem.troubleProperty().bind(model.problem());
        empty.visibleProperty().bind(model.detail().isNull().and(model.problem().isNull()));
        getChildren().addAll(new VBox(problem, scroll), empty);
        WhileShown.subscribe(this, this::follow);
    }

    private Subscription follow() {
        return Subscription.combine(
                model.detail().subscribe(this::show),
                model.recordings().subscribe(() -> show(model.detail().get())));
    }

    private void show(@Nullable InteractionDetail detail) {
        sections.getChildren().clear();
        if (detail == null) {
            return;
        }
        var of = detail.interaction();
        var name = Type.NAME.line(Numbers.shown(of.contact().name()));
        var about = Type.BODY.wrapped(Times.exactly(of.openedAt(), zone), Type.MUTED);
        about.setGraphic(ChannelLook.of(of.channel()).small());
        sections.getChildren().addAll(name, about, section("history.recordings.name"));
        if (model.recordings().isEmpty()) {
            sections.getChildren().add(Type.BODY.wrapped(Text.of("history.recordings.none"), Type.MUTED));
        }
        model.recordings().forEach(each -> sections.getChildren().add(new RecordingRow(model, each)));
        if (!detail.qualities().isEmpty()) {
            sections.getChildren().add(section("history.line.name"));
            detail.qualities().forEach(each -> sections.getChildren().add(new LineRow(each)));
        }
        if (!detail.notes().isEmpty()) {
            sections.getChildren().add(section("history.notes.name"));
            detail.notes().forEach(each -> sections.getChildren().add(note(each)));
        }
    }

    private static Label section(String key) {
        return Type.LABEL.of(Text.of(key), Type.MUTED, Type.STRONG, "section");
    }

    private VBox note(Note of) {
        var author = Type.LABEL.line(of.author().name(), Type.STRONG);
        HBox.setHgrow(author, Priority.ALWAYS);
        author.setMaxWidth(Double.MAX_VALUE);
        var note = new VBox(new HBox(author, time(of.at())), Type.BODY.wrapped(of.text()));
        note.getStyleClass().add("note");
        return note;
    }

    private Label time(Instant at) {
        var label = Type.LABEL.of(Times.clock(at, zone), Type.MUTED, Type.DIGITS);
        label.setMinWidth(USE_PREF_SIZE);
        Hover.say(label, Times.exactly(at, zone));
        return label;
    }
}
