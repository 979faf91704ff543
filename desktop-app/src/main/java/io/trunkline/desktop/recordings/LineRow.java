package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.look.LineQualityLook;
import io.trunkline.model.call.AgentQuality;
import io.trunkline.model.call.CallQuality;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How one agent's line was in the call: a word, with the figures on hover.
final class LineRow extends HBox {
    LineRow(AgentQuality of) {
        getStyleClass().add("line-row");
        var look = LineQualityLook.of(of.quality().mos());
        var agent = Type.BODY.line(of.agent().name());
        agent.setMaxWidth(Double.MAX_VALUE);
        setHgrow(agent, Priority.ALWAYS);
        var word = Type.BODY.of(look.text());
        word.setGraphic(look.small());
        word.setMinWidth(USE_PREF_SIZE);
        Hover.say(word, figures(of.quality()));
        word.setAccessibleText(Text.of("history.line.spoken", of.agent().name(), look.text()));
        getChildren().addAll(agent, word);
    }

    private static String figures(CallQuality of) {
        return Text.of(
                "history.line.figures",
                number("%.1f", of.mos()),
                number("%.1f", of.lowestMos()),
                number("%.1f %%", of.loss() * 100),
                number("%.0f", of.jitter()),
                number("%.0f", of.roundTrip()));
    }

    private static String number(String pattern, double value) {
        Locale locale = Text.locale().get();
        return String.format(locale, pattern, value);
    }
}
