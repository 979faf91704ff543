package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.control.Avatar;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.contact.Contact;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A contact in the list: name, company, first address.
final class ContactRow extends ListCell<Contact> {
    ContactRow() {
        getStyleClass().add("contact-row");
    }

    @Override
    protected void updateItem(@Nullable Contact contact, boolean empty) {
        super.updateItem(contact, empty);
        setText(null);
        setGraphic(contact == null || empty ? null : row(contact));
    }

    private HBox row(Contact contact) {
        var company = contact.company();
        var address = contact.addresses().stream()
                .findFirst()
                .map(CardViewModel::shown)
                .orElse("");
        var words = new VBox(Type.BODY.line(Numbers.shown(contact.name()), Type.STRONG));
        if (company != null) {
            words.getChildren().add(Type.LABEL.line(company, Type.MUTED));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var number = Type.BODY.line(address, Type.DIGITS, Type.MUTED);
        number.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(new Avatar(contact.name(), 32), words, number);
        row.getStyleClass().add("face");
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(48));
        return row;
    }
}
