package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.control.SetByIt;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.settings.SettingsFeature.Section;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The settings page: look, language, sounds, and who is signed in where.
final class SettingsView extends ScrollPane {
    private final SettingsViewModel model;

    SettingsView(
            SettingsViewModel model,
            About about,
            Consumer<Runnable> trySound,
            Runnable signOut,
            List<Section> sections) {
        this.model = model;
        getStylesheets().add(Theme.sheet(SettingsView.class, "settings.css"));
        var box = new VBox(
                Type.TITLE.of(Text.of("settings.page.title")),
                notKept(),
                section(
                        "settings.look.title",
                        row("settings.look.shade", new ShadeChooser(model)),
                        row("settings.look.language", new LanguageChooser(model))),
                section(
                        "settings.sound.title",
                        row("settings.sound.volume", volume(trySound)),
                        row("settings.sound.notices", notices())),
                section(
                        "settings.account.title",
                        row("settings.account.agent", words(about.agent())),
                        row("settings.account.email", words(about.email())),
                        row("settings.account.tenant", managed(about, ManagedSettings.Key.TENANT, about.tenant())),
                        row("settings.account.backend", managed(about, ManagedSettings.Key.BACKEND, about.backend())),
                        row("settings.account.version", words(about.version()))),
                signOut(signOut));
        // the account and the way out stay last
        sections.forEach(each -> box.getChildren().add(box.getChildren().size() - 2, section(each)));
        box.getStyleClass().add("settings");
        setContent(box);
        setFitToWidth(true);
        setFocusTraversable(false);
    }

    private Label notKept() {
        var label = Type.BODY.wrapped(Text.of("settings.page.notKept"), "not-kept");
        label.visibleProperty().bind(model.notKept());
        label.managedProperty().bind(model.notKept());
        return label;
    }

    private Node volume(Consumer<Runnable> trySound) {
        var slider = new Slider(0, 1, model.now().get().volume());
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(Text.of("settings.sound.volume"));
        slider.valueChangingProperty().subscribe(moving -> {
            if (!moving) {
                model.volume(slider.getValue());
            }
        });
        slider.valueProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                model.volume(value.doubleValue());
            }
        });
        var off = Type.LABEL.wrapped("", "sound-off");
        WhileShown.subscribe(
                off,
                () -> model.now().subscribe(now -> {
                    off.setText(now.volume() == 0 ? Text.of("settings.sound.off") : "");
                    slider.setValue(now.volume());
                }));
        var listen = new Button(Text.of("settings.sound.try"));
        listen.setOnAction(_ -> trySound.accept(() -> off.setText(Text.of("settings.sound.silent"))));
        var row = new HBox(slider, listen, off);
        row.getStyleClass().add("volume");
        return row;
    }

    private CheckBox notices() {
        var box = new CheckBox(Text.of("settings.sound.noticesOn"));
        box.setSelected(model.now().get().notices());
        box.selectedProperty().subscribe(model::notices);
        return box;
    }

    private static Node words(String text) {
        return Type.BODY.line(text);
    }

    private static Node managed(About about, ManagedSettings.Key key, String text) {
        if (!about.managed().sets(key)) {
            return words(text);
        }
        var row = new HBox(words(text), new SetByIt());
        row.getStyleClass().add("managed");
        return row;
    }

    private static Button signOut(Runnable signOut) {
        var button = new Button(Text.of("settings.account.signOut"));
        button.setId("sign-out");
        button.setOnAction(_ -> signOut.run());
        return button;
    }

    private record Row(String key, Node value) {}

    private static Row row(String key, Node value) {
        return new Row(key, value);
    }

    private static Node section(Section of) {
        var box = new VBox(Type.NAME.of(Text.of(of.titleKey())), of.content().get());
        box.getStyleClass().add("section");
        return box;
    }

    private static Node section(String title, Row... rows) {
        var grid = new GridPane();
        grid.getStyleClass().add("rows");
        var names = new ColumnConstraints(160);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (int i = 0; i < rows.length; i++) {
            var name = Type.BODY.wrapped(Text.of(rows[i].key()), Type.MUTED);
            name.setLabelFor(rows[i].value());
            GridPane.setValignment(name, VPos.CENTER);
            grid.addRow(i, name, rows[i].value());
        }
        var box = new VBox(Type.NAME.of(Text.of(title)), grid);
        box.getStyleClass().add("section");
        return box;
    }
}
