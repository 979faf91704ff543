package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/// The offers as cards, the oldest on top; takes no room while there is none.
final class OffersView extends VBox {
    private final OffersViewModel model;
    private final VBox cards = new VBox();

    OffersView(OffersViewModel model) {
        this.model = model;
        getStyleClass().add("offers");
        getStylesheets().add(Theme.sheet(OffersView.class, "softphone.css"));
        cards.getStyleClass().add("cards");
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(model.problem());
        var unheard = new ProblemBanner();
        unheard.setId("unheard");
        unheard.troubleProperty().bind(model.unheard());
        getChildren().addAll(unheard, missing(), problem, cards);
        WhileShown.list(this, model.offers(), this::draw);
    }

    private Label missing() {
        var label = Type.LABEL.wrapped("", "missing");
        label.setGraphic(Icons.small(Material2MZ.NOTIFICATIONS_OFF));
        WhileShown.subscribe(
                label,
                () -> model.missing().subscribe(name -> {
                    label.setText(name.isEmpty() ? "" : Text.of("softphone.ring.missing", name));
                    label.setVisible(!name.isEmpty());
                    label.setManaged(!name.isEmpty());
                }));
        return label;
    }

    private void draw() {
        cards.getChildren()
                .setAll(model.offers().stream()
                        .map(offer -> new OfferCard(model, offer))
                        .toList());
    }
}
