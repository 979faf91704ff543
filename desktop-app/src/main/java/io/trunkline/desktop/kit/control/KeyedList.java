package io.trunkline.desktop.kit.control;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// A list whose chosen row stays chosen while rows change or move: it is known by its key. A list of JavaFX knows it by
/// its place and its value, and loses it with the next live figure; what is confirmed then may be another row.
public final class KeyedList<T> extends ListView<T> {
    private final Function<? super T, ?> key;
    // Listeners hear in the order in which they came: one before the selection model, one behind it
    private final ListChangeListener<T> before = _ -> changing = true;
    private final ListChangeListener<T> behind = _ -> restore();
    private Consumer<? super T> chosen = _ -> {};
    private @Nullable Object held;
    private boolean changing;

    /// `key` tells which rows are the same one, whatever else they show.
    public KeyedList(ObservableList<T> rows, Function<? super T, ?> key) {
        this.key = key;
        rows.addListener(new WeakListChangeListener<>(before));
        setItems(rows);
        rows.addListener(new WeakListChangeListener<>(behind));
        getSelectionModel().selectedItemProperty().subscribe(this::selected);
    }

    /// Called when the user chooses another row; not when the chosen one changes.
    public void onChosen(Consumer<? super T> act) {
        chosen = act;
    }

    /// Marks the row of this key, now or once it is there, without calling it chosen.
    public void point(@Nullable Object to) {
        changing = true;
        held = to;
        restore();
    }

    private void selected(@Nullable T row) {
        if (changing) {
            return;
        }
        held = row == null ? null : key.apply(row);
        if (row != null) {
            chosen.accept(row);
        }
    }

    private void restore() {
        var at = place();
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != at
                || !getItems().get(at).equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().clearAndSelect(at);
        }
        changing = false;
    }

    private int place() {
        for (var at = 0; held != null && at < getItems().size(); at++) {
            if (held.equals(key.apply(getItems().get(at)))) {
                return at;
            }
        }
        return -1;
    }
}
