package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.LevelMeter;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.os.ThisSystem;
import io.trunkline.desktop.softphone.SoundCheckViewModel.Microphone;
import io.trunkline.desktop.softphone.SoundMemory.Names;
import io.trunkline.desktop.softphone.device.Preflight;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Speaker, ringer and microphone: each chosen by name and tried where it is chosen; then the way to the carrier.
final class SoundPane extends VBox {
    private final SoundViewModel model;
    private final SoundCheckViewModel check;
    private final LineReport report;
    private final GridPane rows = new GridPane();
    private final Label verdict = Type.BODY.wrapped("");
    private final Button tryIt = new Button();
    private final VBox echo = new VBox();

    /// `names` is how wide the column of names is, so that it stands in line with what is above and below.
    SoundPane(SoundViewModel model, SoundCheckViewModel check, LineReport report, double names) {
        this.model = model;
        this.check = check;
        this.report = report;
        getStyleClass().add("sound-pane");
        getStylesheets().add(Theme.sheet(SoundPane.class, "softphone.css"));
        rows.getStyleClass().add("rows");
        var choices = new ColumnConstraints();
        choices.setHgrow(Priority.ALWAYS);
        choices.setMinWidth(0);
        rows.getColumnConstraints().addAll(new ColumnConstraints(names), choices);
        addRows();
        getChildren().addAll(missing(), rows, carrier());
        WhileShown.subscribe(this, this::follow);
    }

    private void addRows() {
        var chosen = model.chosen();
        var tones = button("softphone.sound.play", "play-tones", model::playTones);
        tones.disableProperty().bind(Bindings.isEmpty(model.speakers()));
        row(
                0,
                "softphone.sound.speaker",
                new SoundChooser(
                        "speaker",
                        Text.of("softphone.sound.speaker"),
                        model.speakers(),
                        chosen.map(Names::speaker),
                        model::speaker),
                tones);
        row(
                1,
                "softphone.sound.ringer",
                new SoundChooser(
                        "ringer",
                        Text.of("softphone.sound.ringer"),
                        model.ringers(),
                        chosen.map(Names::ringer),
                        model::ringer),
                button("softphone.sound.ring", "ring-once", model::ring));
        row(
                2,
                "softphone.sound.microphone",
                new SoundChooser(
                        "microphone",
                        Text.of("softphone.sound.microphone"),
                        model.microphones(),
                        chosen.map(Names::microphone),
                        this::speakInto),
                tryIt);
        tryIt.setId("try-microphone");
        tryIt.setMaxWidth(Double.MAX_VALUE);
        tryIt.setMinWidth(USE_PREF_SIZE);
        tryIt.setOnAction(_ -> tryMicrophone());
        rows.add(level(), 1, 3, 2, 1);
    }

    private void row(int at, String key, SoundChooser choice, Button act) {
        var name = Type.BODY.wrapped(Text.of(key), Type.MUTED);
        name.setLabelFor(choice);
        GridPane.setValignment(name, VPos.CENTER);
        rows.addRow(at, name, choice, act);
    }

    private static Button button(String key, String id, Runnable act) {
        var button = new Button(Text.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private HBox level() {
        var meter = new LevelMeter(
                Text.of("softphone.call.spoken"),
                Bindings.createDoubleBinding(
                        () -> Math.max(check.level().get(), report.spoken().get()), check.level(), report.spoken()),
                10,
                12,
                12);
        var box = new HBox(meter, verdict);
        box.getStyleClass().add("level");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        return box;
    }

    private Label missing() {
        var label = Type.LABEL.wrapped("", "missing");
        label.setId("sound-missing");
        label.setGraphic(Icons.small(Material2MZ.MIC_OFF));
        WhileShown.subscribe(
                label,
                () -> model.missing().subscribe(name -> {
                    label.setText(name.isEmpty() ? "" : Text.of("softphone.sound.missing", name));
                    label.setVisible(!name.isEmpty());
                    label.setManaged(!name.isEmpty());
                }));
        return label;
    }

    private Node carrier() {
        var call = button("softphone.echo.act", "call-myself", check::callMyself);
        call.setMaxWidth(USE_PREF_SIZE);
        call.disableProperty().bind(check.calling());
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(Text.of("softphone.echo.running"));
        bar.visibleProperty().bind(check.calling());
        var problem = new ProblemBanner();
        problem.troubleProperty().bind(check.problem());
        var about = Type.BODY.wrapped(Text.of("softphone.echo.about"), Type.MUTED);
        var act = new HBox(call, bar);
        act.getStyleClass().add("act");
        var meanwhile = Type.BODY.wrapped(Text.of("softphone.echo.meanwhile"));
        meanwhile.visibleProperty().bind(check.calling());
        meanwhile.managedProperty().bind(check.calling());
        echo.getStyleClass().add("echo");
        var box = new VBox(about, act, meanwhile, problem, echo);
        box.getStyleClass().add("carrier");
        return box;
    }

    private Subscription follow() {
        return Subscription.combine(
                check.microphone().subscribe(this::judge),
                model.missing().subscribe(_ -> judge(check.microphone().get())),
                check.shown().subscribe(this::show),
                check::close);
    }

    /// Another microphone is heard at once where one is being tried.
    private void speakInto(String name) {
        model.microphone(name);
        if (check.microphone().get() != Microphone.IDLE) {
            check.listen();
        }
    }

    private void tryMicrophone() {
        if (check.microphone().get() == Microphone.HEARD) {
            check.playBack();
        } else {
            check.listen();
        }
    }

    private void judge(Microphone now) {
        verdict.setText(
                switch (now) {
                    case IDLE -> "";
                    case LISTENING -> Text.of("softphone.sound.speak");
                    case HEARD -> Text.of("softphone.sound.heard");
                    case SILENT -> silence();
                    case REFUSED -> Text.of("softphone.sound.refused");
                });
        tryIt.setText(Text.of(now == Microphone.HEARD ? "softphone.sound.playBack" : "softphone.sound.listen"));
        verdict.getStyleClass().removeAll("bad", "fine");
        verdict.getStyleClass()
                .add(
                        switch (now) {
                            case SILENT, REFUSED -> "bad";
                            case IDLE, LISTENING, HEARD -> "fine";
                        });
    }

    private String silence() {
        var name = model.chosen().get().microphone();
        var first = name.isEmpty() || name.equals(model.missing().get())
                ? Text.of("softphone.sound.silentSystem")
                : Text.of("softphone.sound.silent", name);
        return first + " " + Text.of(ThisSystem.isMac() ? "softphone.sound.allow" : "softphone.sound.check");
    }

    private void show(@Nullable Preflight now) {
        echo.getChildren().clear();
        if (now == null) {
            return;
        }
        var lines = LineText.of(now);
        echo.getChildren().add(Type.BODY.wrapped(lines.getFirst(), Type.STRONG, now.heard() ? "fine" : "bad"));
        lines.stream().skip(1).forEach(each -> echo.getChildren().add(Type.BODY.wrapped(each)));
        var figures = LineText.figures(now.measure()).replace("\n", " · ");
        echo.getChildren().add(Type.LABEL.wrapped(figures, Type.MUTED));
    }
}
