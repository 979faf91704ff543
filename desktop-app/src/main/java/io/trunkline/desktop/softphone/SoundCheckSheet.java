package io.trunkline.desktop.softphone;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A short test of what one hears and speaks with, before the first call: tried, found good, or skipped with Esc.
final class SoundCheckSheet extends VBox {
    SoundCheckSheet(SoundViewModel model, SoundCheckViewModel check, LineReport report, Runnable done) {
        getStyleClass().addAll("sheet", "sound-check");
        getStylesheets().add(Theme.sheet(SoundCheckSheet.class, "softphone.css"));
        setId("sound-check");
        setMaxWidth(600);
        var good = new Button(Text.of("softphone.check.good"));
        good.setId("sound-good");
        good.getStyleClass().add(Styles.ACCENT);
        good.setOnAction(_ -> {
            model.passed();
            done.run();
        });
        var skip = new Button(Text.of("softphone.check.skip"));
        skip.setId("sound-skip");
        skip.setOnAction(_ -> done.run());
        var acts = new HBox(good, skip);
        acts.getStyleClass().add("acts");
        getChildren()
                .addAll(
                        Type.TITLE.of(Text.of("softphone.check.title")),
                        Type.BODY.wrapped(Text.of("softphone.check.sentence"), Type.MUTED),
                        new SoundPane(model, check, report, 112),
                        acts);
        WhileShown.subscribe(this, () -> {
            check.listen();
            return Subscription.EMPTY;
        });
    }
}
