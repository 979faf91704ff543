package io.trunkline.desktop.softphone;

import atlantafx.base.controls.Popover;
import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.KeyedList;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.presence.Presence;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/// Opens the list of colleagues; Enter or a click on one calls them.
final class ColleaguesButton extends Button {
    private final ColleaguesViewModel model;

    ColleaguesButton(ColleaguesViewModel model) {
        super(Text.of("softphone.colleagues.act"), Icons.small(Material2MZ.PEOPLE_OUTLINE));
        this.model = model;
        setId("colleagues");
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("flat");
        Hover.say(this, Text.of("softphone.colleagues.hint"));
        setOnAction(_ -> open());
    }

    private void open() {
        var popover = new Popover();
        popover.setContentNode(list(popover));
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setOnHidden(_ -> model.deactivate());
        model.activate();
        popover.show(this);
    }

    VBox list(Popover popover) {
        var words = new TextField();
        words.setId("colleague-words");
        words.setPromptText(Text.of("softphone.colleagues.search"));
        words.setAccessibleText(Text.of("softphone.colleagues.search"));
        words.textProperty().bindBidirectional(model.words());
        words.setOnAction(_ -> model.colleagues().stream().findFirst().ifPresent(each -> call(each, popover)));
        var list = new KeyedList<>(model.colleagues(), each -> each.agent().id());
        list.setId("colleague-list");
        list.setAccessibleText(Text.of("softphone.colleagues.name"));
        list.setCellFactory(_ -> new ColleagueRow(each -> call(each, popover)));
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                call(chosen, popover);
            }
        });
        var empty = new EmptyState(
                Material2MZ.PEOPLE_OUTLINE,
                Text.of("softphone.colleagues.empty"),
                Text.of("softphone.colleagues.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), list, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var box = new VBox(words, pane);
        box.getStyleClass().add("colleagues");
        box.getStylesheets().add(Theme.sheet(ColleaguesButton.class, "softphone.css"));
        return box;
    }

    private void call(Presence colleague, Popover popover) {
        popover.hide();
        model.call(colleague);
    }
}
