package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.Activities.Activity;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.material2.Material2AL;

/// The work that takes long, each with a way to give it up; gone while there is none.
final class ActivityButton extends MenuButton {
    private final Activities activities;

    ActivityButton(Activities activities) {
        this.activities = activities;
        getStyleClass().addAll("activity-button", "flat");
        setGraphic(Icons.large(Material2AL.HOURGLASS_EMPTY));
        setMinWidth(USE_PREF_SIZE);
        visibleProperty().bind(Bindings.isNotEmpty(activities.list()));
        managedProperty().bind(visibleProperty());
        Hover.say(this, Text.of("shell.activity.list"));
        WhileShown.list(this, activities.list(), this::list);
    }

    private void list() {
        var count = activities.list().size();
        setText(Text.count("shell.activity.count", count));
        getItems().setAll(activities.list().stream().map(ActivityButton::item).toList());
    }

    private static MenuItem item(Activity activity) {
        var item = new MenuItem(Text.of("shell.activity.cancel", Text.of(activity.name())));
        item.setOnAction(_ -> activity.running().cancel());
        return item;
    }
}
