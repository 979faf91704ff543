package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows what fits the [Condition] of a screen: skeleton, empty state, content, problem or content with its age.
public final class ConditionPane extends VBox {
    /// Finds all of a scene.
    public static final String STYLE = "condition-pane";

    private static final Duration PATIENCE = Duration.millis(200);

    private final ObjectProperty<Condition> condition =
            new SimpleObjectProperty<>(this, "condition", new Condition.Loading());
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final StackPane middle = new StackPane();
    private final ProblemBanner problem;
    private final AgeStrip age;
    private final Node content;
    private final Node empty;

    public ConditionPane(Ticker ticker, Node content, Node empty, Runnable retry) {
        getStyleClass().add(STYLE);
        this.content = content;
        this.empty = empty;
        problem = new ProblemBanner(retry);
        age = new AgeStrip(ticker, "kit.offline.age");
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(age, problem, middle);
        patience.setOnFinished(_ -> middle.getChildren().setAll(skeleton()));
        condition.subscribe(this::show);
    }

    public ObjectProperty<Condition> conditionProperty() {
        return condition;
    }

    private void show(Condition now) {
        patience.stop();
        problem.troubleProperty().set(now instanceof Condition.Failed(var trouble) ? trouble : null);
        age.since().set(now instanceof Condition.Offline(var asOf) ? asOf : null);
        switch (now) {
            case Condition.Loading _ -> {
                middle.getChildren().clear();
                patience.playFromStart();
            }
            case Condition.Empty _ -> middle.getChildren().setAll(empty);
            case Condition.Failed _ -> middle.getChildren().clear();
            case Condition.Filled _, Condition.Offline _ -> middle.getChildren().setAll(content);
        }
    }

    private static Node skeleton() {
        var skeleton = new Skeleton(6);
        skeleton.setAccessibleText(Text.of("kit.loading.name"));
        return skeleton;
    }
}
