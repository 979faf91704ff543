package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.control.StatusDot.Form;
import io.trunkline.desktop.kit.work.Ticker;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Every control of the kit on one page, to look at and to walk over.
final class Gallery extends VBox {
    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private static final Map<Form, String> STYLES = Map.of(
            Form.DISC, "available",
            Form.TARGET, "engaged",
            Form.SQUARE, "engaged",
            Form.DIAMOND, "wrap-up",
            Form.HALF, "away",
            Form.RING, "offline");

    Gallery(Ticker ticker) {
        setSpacing(16);
        setStyle("-fx-padding: 24px;");
        var banner = new ProblemBanner(() -> {});
        banner.troubleProperty()
                .set(new Trouble(
                        "The note could not be saved.",
                        "Your text is kept.",
                        "It is sent again when the line is back."));
        var since = TimerLabel.since(ticker);
        since.momentProperty().set(NINE.minusSeconds(192));
        var age = new AgeStrip(ticker, "kit.offline.age");
        age.since().set(NINE.minusSeconds(95));
        getChildren()
                .addAll(
                        row(
                                Type.LABEL.of("Label 12"),
                                Type.BODY.of("Body 14"),
                                Type.NAME.of("Name 16"),
                                Type.TITLE.of("Title 20"),
                                Type.FIGURE.of("1,284"),
                                Type.BODY.of("Muted", Type.MUTED)),
                        row(dots()),
                        row(
                                new IconButton(Material2MZ.MIC, "Mute", KeyCombination.valueOf("Shortcut+M"), () -> {}),
                                new IconButton(Material2MZ.PAUSE, "Hold", () -> {}),
                                new Badge(new SimpleIntegerProperty(7)),
                                new Badge(new SimpleIntegerProperty(120)),
                                new Avatar("Ana Gómez", 40),
                                new Avatar("Maximiliane Wolfeschlegelsteinhausenberger", 24),
                                new Avatar("+34 600 123 456", 40),
                                since),
                        row(
                                new CountdownRing(ticker, NINE.minusSeconds(5), NINE.plusSeconds(15), 40),
                                new CountdownRing(ticker, NINE.minusSeconds(15), NINE.plusSeconds(5), 40),
                                new CountdownRing(ticker, NINE.minusSeconds(18), NINE.plusSeconds(2), 40),
                                new SearchField("Search contacts")),
                        banner,
                        age,
                        new Skeleton(3),
                        new StackPane(new EmptyState(
                                Material2AL.INBOX,
                                "Nothing waits",
                                "Calls and messages that are yours stand here. Be available to be offered some.",
                                "Become available",
                                () -> {})));
    }

    private static Node[] dots() {
        return Arrays.stream(Form.values())
                .flatMap(form -> Stream.of(
                        new StatusDot(form, STYLES.get(form)),
                        new Label(form.name().toLowerCase(Locale.ROOT))))
                .toArray(Node[]::new);
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(12, nodes);
        row.setStyle("-fx-alignment: center-left;");
        return row;
    }
}
