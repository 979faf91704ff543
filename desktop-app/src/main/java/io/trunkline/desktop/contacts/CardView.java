package io.trunkline.desktop.contacts;

import io.trunkline.desktop.kit.control.Avatar;
import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.look.AddressLook;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.look.InteractionLook;
import io.trunkline.desktop.look.OutcomeLook;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.contact.Address;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Note;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Name, tags, addresses, the last five interactions, notes, fields: always in this order.
final class CardView extends StackPane {
    private final CardViewModel model;
    private final VBox card = new VBox();

    /// Beside the work: whoever the agent is talking to.
    static CardView onDesk(CardViewModel model) {
        return new CardView(model, Text.of("contacts.card.empty.title"), Text.of("contacts.card.empty.sentence"));
    }

    /// Beside the list of contacts: the chosen one.
    static CardView onPage(CardViewModel model) {
        return new CardView(model, Text.of("contacts.none.title"), Text.of("contacts.none.sentence"));
    }

    private CardView(CardViewModel model, String title, String sentence) {
        this.model = model;
        getStyleClass().add("contact-card");
        getStylesheets().add(Theme.sheet(CardView.class, "contacts.css"));
        card.getStyleClass().add("sections");
        var scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("contacts.card.name"));
        var empty = new EmptyState(Material2MZ.PERSON_OUTLINE, title, sentence);
        var pane = new ConditionPane(model.ticker(), scroll, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        getChildren().add(pane);
        WhileShown.subscribe(this, () -> model.card().subscribe(this::show));
    }

    private void show(@Nullable ContactCard found) {
        card.getChildren().clear();
        if (found == null) {
            return;
        }
        var contact = found.contact();
        card.getChildren().add(head(contact));
        if (!contact.tags().isEmpty()) {
            card.getChildren().add(tags(contact));
        }
        contact.addresses().forEach(each -> card.getChildren().add(address(each)));
        card.getChildren().add(section(Text.count("contacts.recent.name", found.interactions())));
        found.recent().forEach(each -> card.getChildren().add(recent(each)));
        if (!found.notes().isEmpty()) {
            card.getChildren().add(section(Text.of("contacts.notes.name")));
            found.notes().forEach(each -> card.getChildren().add(note(each)));
        }
        if (!contact.fields().isEmpty()) {
            card.getChildren().add(section(Text.of("contacts.fields.name")));
            contact.fields().forEach((name, value) -> card.getChildren().add(field(name, value)));
        }
    }

    private static HBox head(Contact contact) {
        var name = Type.NAME.wrapped(Numbers.shown(contact.name()));
        name.setId("contact-name");
        var words = new VBox(name);
        var company = contact.company();
        if (company != null) {
            words.getChildren().add(Type.BODY.wrapped(company, Type.MUTED));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(new Avatar(contact.name(), 40), words);
        head.getStyleClass().add("head");
        return head;
    }

    private static FlowPane tags(Contact contact) {
        var tags = new FlowPane();
        tags.getStyleClass().add("tags");
        contact.tags().forEach(tag -> tags.getChildren().add(Type.LABEL.of(tag, "tag")));
        return tags;
    }

    private static Label address(Address of) {
        var look = AddressLook.of(of.kind());
        var label = Type.BODY.line(CardViewModel.shown(of), Type.DIGITS);
        label.setGraphic(look.small());
        return label;
    }

    private static Label section(String title) {
        return Type.LABEL.of(title, Type.MUTED, Type.STRONG, "section");
    }

    private HBox recent(Interaction of) {
        var look = ChannelLook.of(of.channel());
        var line = Type.BODY.line(summary(of));
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(look.small(), line, time(of.openedAt()));
        row.getStyleClass().add("recent");
        return row;
    }

    /// What came of it, else where it stands.
    private static String summary(Interaction of) {
        var disposition = of.disposition();
        var outcome = of.outcome();
        if (disposition != null) {
            return disposition;
        }
        return outcome == null
                ? InteractionLook.of(of.state()).text()
                : OutcomeLook.of(outcome).text();
    }

    private Node note(Note of) {
        var author = Type.LABEL.line(of.author().name(), Type.STRONG);
        HBox.setHgrow(author, Priority.ALWAYS);
        author.setMaxWidth(Double.MAX_VALUE);
        var note = new VBox(new HBox(author, time(of.at())), Type.BODY.wrapped(of.text()));
        note.getStyleClass().add("note");
        return note;
    }

    private static HBox field(String name, String value) {
        var row = new HBox(Type.BODY.line(name, Type.MUTED), Type.BODY.line(value));
        row.getStyleClass().add("field");
        return row;
    }

    private Label time(Instant at) {
        var label = Type.LABEL.of("", Type.MUTED, Type.DIGITS);
        label.setMinWidth(USE_PREF_SIZE);
        WhileShown.tick(label, model.ticker(), now -> label.setText(Times.shortly(at, now, model.zone())));
        Hover.say(label, Times.exactly(at, model.zone()));
        return label;
    }
}
