package io.trunkline.desktop.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyedListTest {
    private record Row(String key, int version) {}

    private final ObservableList<Row> rows =
            FXCollections.observableArrayList(new Row("a", 1), new Row("b", 1), new Row("c", 1));
    private final List<Row> chosen = new ArrayList<>();
    private KeyedList<Row> list;

    @BeforeEach
    void draw() {
        list = Fx.on(() -> new KeyedList<>(rows, Row::key));
        list.onChosen(chosen::add);
    }

    @Test
    void theChosenRowIsFollowedWhereverItGoesAndIsNotChosenAgain() {
        Fx.run(() -> list.getSelectionModel().select(1));
        Fx.run(() -> rows.setAll(new Row("b", 2), new Row("d", 1), new Row("a", 2), new Row("c", 2)));
        assertThat(selected()).isEqualTo(new Row("b", 2));
        Fx.run(() -> rows.setAll(new Row("c", 2), new Row("b", 3)));
        assertThat(selected()).isEqualTo(new Row("b", 3));
        Fx.run(() -> rows.removeFirst());
        assertThat(selected()).isEqualTo(new Row("b", 3));

        assertThat(chosen).containsExactly(new Row("b", 1));
    }

    @Test
    void noOtherRowTakesThePlaceOfTheChosenOneThatIsGoneAndItIsMarkedWhenItComesBack() {
        Fx.run(() -> list.getSelectionModel().select(1));
        Fx.run(() -> rows.setAll(new Row("a", 1), new Row("c", 1)));
        assertThat(list.getSelectionModel().isEmpty()).isTrue();
        Fx.run(() -> rows.add(new Row("b", 2)));

        assertThat(selected()).isEqualTo(new Row("b", 2));
        assertThat(chosen).containsExactly(new Row("b", 1));
    }

    @Test
    void aRowIsPointedAtWithoutBeingChosenAlsoBeforeItIsThere() {
        Fx.run(() -> list.point("d"));
        Fx.run(() -> rows.add(new Row("d", 1)));

        assertThat(selected()).isEqualTo(new Row("d", 1));
        assertThat(chosen).isEmpty();
    }

    private Row selected() {
        return Fx.on(() -> list.getSelectionModel().getSelectedItem());
    }
}
