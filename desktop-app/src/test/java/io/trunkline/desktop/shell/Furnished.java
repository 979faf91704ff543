package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.SearchField;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// A window with small pages in it, as the wiring page would furnish one.
final class Furnished implements OwnPresence {
    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    final ManualTicker ticker = new ManualTicker(NINE);
    final Activities activities = new Activities();
    final Navigator navigator = new Navigator();
    final Shortcuts shortcuts = new Shortcuts();
    final SimpleBooleanProperty callLives = new SimpleBooleanProperty();
    final SimpleObjectProperty<@Nullable Instant> offlineSince = new SimpleObjectProperty<>();
    final SimpleIntegerProperty waiting = new SimpleIntegerProperty(3);
    final SimpleObjectProperty<Presence> now = new SimpleObjectProperty<>(is(PresenceState.AVAILABLE, null));
    final SimpleObjectProperty<@Nullable PresenceState> wish = new SimpleObjectProperty<>();
    final SimpleObjectProperty<@Nullable Trouble> trouble = new SimpleObjectProperty<>();
    final List<String> told = new ArrayList<>();
    final List<String> chosen = new ArrayList<>();
    private final ObservableList<String> reasons =
            FXCollections.observableArrayList("break", "lunch", "training", "Reunión de equipo de los lunes");

    Frame frame() {
        return new Frame(
                List.of(
                        Page.desk(part("work"), part("interaction"), part("contact")),
                        page(Place.INBOX).with(waiting),
                        page(Place.CONTACTS),
                        page(Place.WALLBOARD),
                        page(Place.HISTORY),
                        page(Place.SETTINGS)),
                Part.of(() -> new HBox(Type.NAME.line("Maximiliane Wolfeschlegelsteinhausenberger-Bergerdorff"))),
                callLives.asObject(),
                Part.of(() -> new HBox(new SearchField("Search contacts"))),
                Part.of(Region::new),
                this,
                offlineSince,
                navigator,
                shortcuts,
                activities,
                ticker);
    }

    static Presence is(PresenceState state, @Nullable String reason) {
        var ana = new AgentRef(AgentId.of("018f4e6e-0000-7000-8000-000000000001"), "Ana Gómez");
        return new Presence(ana, state, reason, NINE.minusSeconds(754));
    }

    private Page page(Place place) {
        return new Page(
                place,
                () -> empty(place.name()),
                () -> told.add("seen " + place),
                () -> told.add("left " + place),
                new SimpleIntegerProperty());
    }

    private Part part(String name) {
        return new Part(() -> empty(name), () -> told.add("seen " + name), () -> told.add("left " + name));
    }

    private static Node empty(String name) {
        return new StackPane(new EmptyState(Material2AL.INBOX, name, "What stands here while nothing is there."));
    }

    @Override
    public ObservableValue<Presence> now() {
        return now;
    }

    @Override
    public ObservableValue<@Nullable PresenceState> wish() {
        return wish;
    }

    @Override
    public ObservableValue<@Nullable Trouble> trouble() {
        return trouble;
    }

    @Override
    public ObservableList<String> awayReasons() {
        return reasons;
    }

    @Override
    public void choose(PresenceState state, @Nullable String reason) {
        chosen.add(state + " " + reason);
    }
}
