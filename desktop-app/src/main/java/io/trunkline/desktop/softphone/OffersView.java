package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.layout.VBox;

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
        getChildren().addAll(problem, cards);
        WhileShown.list(this, model.offers(), this::draw);
    }

    private void draw() {
        cards.getChildren()
                .setAll(model.offers().stream()
                        .map(offer -> new OfferCard(model, offer))
                        .toList());
    }
}
