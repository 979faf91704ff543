package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Subscription;

/// The oldest offer over all other programs, in the corner, while the main window is not in front.
final class OfferWindow {
    static final double WIDTH = 340;
    private static final double EDGE = 24;

    private final OffersViewModel model;
    private final DirectViewModel direct;
    private final BooleanSupplier mainInFront;
    private Subscription rung = Subscription.EMPTY;
    private final Stage stage = new Stage(StageStyle.UTILITY);
    private final StackPane root = new StackPane();
    private final ListChangeListener<Object> changes = _ -> draw();

    OfferWindow(OffersViewModel model, DirectViewModel direct, BooleanSupplier mainInFront) {
        this.model = model;
        this.direct = direct;
        this.mainInFront = mainInFront;
        root.getStyleClass().add("offer-window");
        root.getStylesheets().add(Theme.sheet(OfferWindow.class, "softphone.css"));
        stage.setScene(Theme.dress(new Scene(root, WIDTH, 190)));
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.setTitle(Text.of("softphone.offer.window"));
        model.offers().addListener(changes);
        rung = direct.state().subscribe(_ -> draw());
    }

    /// Puts what is offered before the agent: in the main window where they look at it, otherwise over all others.
    boolean raise() {
        if (mainInFront.getAsBoolean()) {
            return true;
        }
        if (!stage.isShowing()) {
            draw();
        }
        return stage.isShowing();
    }

    void close() {
        model.offers().removeListener(changes);
        rung.unsubscribe();
        stage.close();
    }

    private void draw() {
        var found = card();
        if (found.isEmpty()) {
            stage.hide();
            root.getChildren().clear();
            return;
        }
        var card = found.get();
        root.getChildren().setAll(card);
        if (!stage.isShowing() && !mainInFront.getAsBoolean()) {
            place(Screen.getPrimary().getVisualBounds());
            stage.show();
        }
        var answer = card.lookup(".success");
        if (answer != null) {
            answer.requestFocus();
        }
    }

    private Optional<Node> card() {
        if (direct.state().get() instanceof DirectViewModel.State.Rung(var by)) {
            return Optional.of(DirectCard.rung(direct, by));
        }
        return model.offers().stream().findFirst().map(offer -> new OfferCard(model, offer));
    }

    private void place(Rectangle2D screen) {
        stage.setX(screen.getMaxX() - WIDTH - EDGE);
        stage.setY(screen.getMinY() + EDGE);
    }
}
