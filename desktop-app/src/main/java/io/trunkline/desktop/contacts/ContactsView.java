package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.KeyedList;
import io.trunkline.desktop.kit.control.MoreButton;
import io.trunkline.desktop.kit.control.SearchField;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.contact.Contact;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// Search above the list, the chosen contact's card beside it.
final class ContactsView extends HBox {
    ContactsView(SearchViewModel model, CardViewModel card) {
        getStyleClass().add("contacts");
        getStylesheets().add(Theme.sheet(ContactsView.class, "contacts.css"));
        var search = new SearchField(Text.of("contacts.search.name"));
        search.setId("contact-search");
        search.textProperty().bindBidirectional(model.words());
        var list = new KeyedList<>(model.found(), Contact::id);
        list.setId("contacts");
        list.setAccessibleText(Text.of("contacts.list.name"));
        list.setCellFactory(_ -> new ContactRow());
        list.onChosen(chosen -> model.chosen().set(chosen.id()));
        WhileShown.subscribe(list, () -> model.chosen().subscribe(list::point));
        var empty = new EmptyState(
                Material2AL.CONTACTS, Text.of("contacts.empty.title"), Text.of("contacts.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), list, empty, model::search);
        pane.conditionProperty().bind(model.condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var more = new MoreButton(Text.of("contacts.more.name"), model.more(), model::loadMore);
        var left = new VBox(Type.TITLE.of(Text.of("contacts.page.title")), search, pane, more);
        left.getStyleClass().add("found");
        setHgrow(left, Priority.ALWAYS);
        var right = CardView.onPage(card);
        right.getStyleClass().add("beside");
        getChildren().addAll(left, right);
    }
}
