package io.trunkline.desktop.wallboard;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.wallboard.widget.AgentRow;
import io.trunkline.desktop.wallboard.widget.QueueTile;
import io.trunkline.model.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// Dark in either theme: a tile for each queue, the agents beside them, the age of the figures at the bottom right.
final class WallboardView extends StackPane {
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final WallboardViewModel model;
    private final boolean choices;
    private final TileGrid tiles = new TileGrid();
    private final VBox agents = new VBox();
    private final List<QueueTile> drawn = new ArrayList<>();
    private Map<Presence, AgentRow> rows = Map.of();
    private final Label age = Type.LABEL.of("", Type.MUTED, Type.DIGITS);

    WallboardView(WallboardViewModel model) {
        this(model, true);
    }

    private WallboardView(WallboardViewModel model, boolean choices) {
        this.choices = choices;
        this.model = model;
        Theme.dark(this);
        getStyleClass().add("wallboard");
        getStylesheets().add(Theme.sheet(WallboardView.class, "wallboard.css"));
        agents.getStyleClass().add("agents");
        age.setId("age");
        var empty = new EmptyState(
                Material2AL.DASHBOARD, Text.of("wallboard.empty.title"), Text.of("wallboard.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), board(), empty, model::load);
        pane.conditionProperty().bind(model.condition());
        getChildren().add(pane);
        WhileShown.list(this, model.queues(), this::drawTiles);
        WhileShown.list(this, model.agents(), this::drawAgents);
        WhileShown.tick(this, model.ticker(), this::tick);
        WhileShown.subscribe(this, () -> model.full().subscribe(this::enlarge));
    }

    /// For a screen before which nobody sits.
    static WallboardView alone(WallboardViewModel model) {
        return new WallboardView(model, false);
    }

    private void enlarge(boolean on) {
        pseudoClassStateChanged(FULL, on);
        tiles.least(on ? 400 : 304);
    }

    private VBox board() {
        var scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("wallboard.name.name"));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var row = new HBox(scroll, beside());
        VBox.setVgrow(row, Priority.ALWAYS);
        return new VBox(head(), row, foot());
    }

    private HBox head() {
        var title = Type.TITLE.of(Text.of("wallboard.title.name"));
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var full = new ToggleButton(Text.of("wallboard.full.name"));
        full.setId("wallboard-full");
        full.setVisible(choices);
        full.selectedProperty().bindBidirectional(model.full());
        var head = new HBox(title, room, full);
        head.getStyleClass().add("head");
        return head;
    }

    private ScrollPane beside() {
        var scroll = new ScrollPane(agents);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("beside");
        scroll.setAccessibleText(Text.of("wallboard.agents.name"));
        scroll.visibleProperty()
                .bind(Bindings.isNotEmpty(model.agents()).and(model.full().not()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        return scroll;
    }

    private HBox foot() {
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var foot = new HBox(room, age);
        foot.getStyleClass().add("foot");
        return foot;
    }

    /// Tiles are kept, so that figures change in place.
    private void drawTiles() {
        while (drawn.size() < model.queues().size()) {
            drawn.add(new QueueTile());
        }
        while (drawn.size() > model.queues().size()) {
            drawn.removeLast();
        }
        if (!tiles.getChildren().equals(drawn)) {
            tiles.getChildren().setAll(drawn);
        }
        tick(model.ticker().now());
    }

    /// The row of who does the same as before is kept.
    private void drawAgents() {
        var now = new LinkedHashMap<Presence, AgentRow>();
        for (var each : model.agents()) {
            var before = rows.get(each);
            now.put(each, before == null ? new AgentRow(each, model.ticker()) : before);
        }
        rows = now;
        agents.getChildren().setAll(now.values());
        agents.getChildren().addFirst(Type.LABEL.of(Text.of("wallboard.agents.name"), Type.MUTED, Type.STRONG));
    }

    private void tick(Instant now) {
        for (int i = 0; i < drawn.size() && i < model.queues().size(); i++) {
            drawn.get(i).show(model.queues().get(i), now);
        }
        var at = model.asOf().get();
        age.setText(at == null ? "" : Text.of("wallboard.age.name", Times.inWords(Duration.between(at, now))));
    }
}
