package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.LevelMeter;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.softphone.device.Measure;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The running call: contact, queue, time, line, and what can be done with it. 56 px high, always at the top.
final class CallBar extends HBox {
    private static final PseudoClass ALERT = PseudoClass.getPseudoClass("alert");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

    private final CallViewModel model;
    private final Label contact = Type.NAME.line("");
    private final Label queue = Type.BODY.line("", Type.MUTED);
    private final TimerLabel timer;
    private final Label reaching = Type.BODY.of(Text.of("softphone.call.reaching"), Type.MUTED);
    private final Label line = Type.LABEL.of("");
    private final Label trouble = Type.LABEL.line("", "trouble");
    private final Tooltip figures = new Tooltip();

    CallBar(CallViewModel model, Ticker ticker, Runnable transfer) {
        this.model = model;
        timer = TimerLabel.since(ticker);
        timer.setId("call-timer");
        getStyleClass().add("call-bar");
        getStylesheets().add(Theme.sheet(CallBar.class, "softphone.css"));
        line.getStyleClass().add("line");
        line.setId("call-line");
        line.setMinWidth(USE_PREF_SIZE);
        line.setTooltip(figures);
        reaching.setMinWidth(USE_PREF_SIZE);
        reaching.managedProperty().bind(reaching.visibleProperty());
        contact.setMinWidth(80);
        // what is left of the room, and never the room of the name
        trouble.setPrefWidth(0);
        trouble.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(trouble, Priority.ALWAYS);
        getChildren()
                .addAll(
                        contact,
                        queue,
                        timer,
                        reaching,
                        meter("softphone.call.heard", model.report().heard()),
                        line,
                        rejoin(),
                        trouble,
                        meter("softphone.call.spoken", model.report().spoken()),
                        mute(),
                        hold(),
                        transferButton(transfer),
                        keys(),
                        end());
        WhileShown.subscribe(this, this::follow);
    }

    private Subscription follow() {
        return Subscription.combine(
                model.call().subscribe(this::show),
                model.problem().subscribe(_ -> tell()),
                warned(),
                model.line().subscribe(_ -> {
                    showLine();
                    tell();
                }),
                model.report().quality().subscribe(_ -> showLine()),
                model.report().measure().subscribe(this::measured));
    }

    private Subscription warned() {
        ListChangeListener<String> changes = _ -> tell();
        model.report().warnings().addListener(changes);
        return () -> model.report().warnings().removeListener(changes);
    }

    private void show(@Nullable RunningCall call) {
        contact.setText(call == null ? "" : call.contact());
        queue.setText(call == null ? "" : call.queue());
        timer.momentProperty().set(call == null ? null : call.since());
        reaching.setVisible(call != null && call.since() == null);
    }

    /// What failed, or else what the line warns of last. The whole of it stands on hover: the bar has one line.
    private void tell() {
        var told = model.problem().get();
        var warnings = isUrgent(model.line().get())
                ? List.<String>of()
                : model.report().warnings();
        pseudoClassStateChanged(WARNED, told == null && !warnings.isEmpty());
        if (told != null) {
            trouble.setText((told.happened() + " " + told.next()).strip());
        } else {
            trouble.setText(warnings.isEmpty() ? "" : LineText.warning(warnings.getLast()));
        }
    }

    private void measured(@Nullable Measure now) {
        figures.setText(now == null ? Text.of("softphone.measure.none") : LineText.figures(now));
    }

    private void showLine() {
        var look = LineLook.of(model.line().get(), model.report().quality().get());
        line.setText(look.text());
        line.setGraphic(look.small());
        pseudoClassStateChanged(ALERT, isUrgent(model.line().get()));
    }

    private static boolean isUrgent(Line line) {
        return switch (line) {
            case BROKEN, FAILED, UNANSWERED, OUT -> true;
            case JOINING, RINGING, JOINED, BACK, HELD, ELSEWHERE -> false;
        };
    }

    private static boolean isOver(Line line) {
        return switch (line) {
            case FAILED, UNANSWERED, OUT, ELSEWHERE -> true;
            case JOINING, RINGING, JOINED, BACK, HELD, BROKEN -> false;
        };
    }

    /// Takes no room where the device tells no levels, as a telephone.
    private LevelMeter meter(String key, ReadOnlyDoubleProperty level) {
        var meter = new LevelMeter(Text.of(key), level, 5, 4, 16);
        meter.visibleProperty().bind(model.report().measure().isNotNull());
        meter.managedProperty().bind(meter.visibleProperty());
        return meter;
    }

    private ToggleButton mute() {
        var button = toggle("mute", model::toggleMute, model.muted());
        button.disableProperty().bind(model.isOut());
        WhileShown.subscribe(
                button,
                () -> model.muted()
                        .subscribe(on -> dress(
                                button,
                                on,
                                on ? Material2MZ.MIC_OFF : Material2MZ.MIC,
                                on ? "softphone.call.unmute" : "softphone.call.mute",
                                CallKeys.HERE.mute())));
        return button;
    }

    private ToggleButton hold() {
        var button = toggle("hold", model::toggleHold, model.held());
        button.disableProperty().bind(model.switching());
        WhileShown.subscribe(
                button,
                () -> model.held()
                        .subscribe(on -> dress(
                                button,
                                on,
                                on ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE,
                                on ? "softphone.call.resume" : "softphone.call.hold",
                                CallKeys.HERE.hold())));
        return button;
    }

    /// Shows what is, not what was pressed: perhaps it never comes to be.
    private static ToggleButton toggle(String id, Runnable press, ReadOnlyBooleanProperty is) {
        var button = new ToggleButton();
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            press.run();
            button.setSelected(is.get());
        });
        return button;
    }

    private static void dress(ToggleButton button, boolean on, Ikon icon, String key, KeyCombination press) {
        button.setSelected(on);
        button.setText(Text.of(key));
        button.setGraphic(Icons.small(icon));
        Hover.say(button, Text.of(key) + "  " + Keys.shown(press));
    }

    private Button transferButton(Runnable transfer) {
        return act(
                "transfer", Material2MZ.PHONE_FORWARDED, "softphone.call.transfer", CallKeys.HERE.transfer(), transfer);
    }

    private Button keys() {
        var button = new DialPadButton(model::sendDigits);
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(model.isOut());
        button.visibleProperty().bind(model.keys());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// Only while voice does not come back by itself.
    private Button rejoin() {
        var button = new Button(Text.of("softphone.line.rejoin"), Icons.small(Material2MZ.SYNC));
        button.setId("rejoin");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.rejoin());
        button.visibleProperty().bind(model.line().map(CallBar::isOver));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Button end() {
        var button = act("end-call", Material2AL.CALL_END, "softphone.call.end", CallKeys.HERE.end(), model::hangUp);
        button.getStyleClass().add("danger");
        return button;
    }

    private static Button act(String id, Ikon icon, String key, KeyCombination press, Runnable run) {
        var button = new Button(Text.of(key), Icons.small(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        Hover.say(button, Text.of(key) + "  " + Keys.shown(press));
        return button;
    }
}
