package io.trunkline.desktop.kit.work;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The work that takes long enough to be shown, with a way to give it up. Touched on the FX thread only.
public final class Activities {
    /// One line of the list. `name` is a text key; to cancel `running` is to give it up, of which its owner is told.
    public record Activity(String name, Running running) {}

    private final ObservableList<Activity> list = FXCollections.observableArrayList();

    /// Read-only, newest last.
    public ObservableList<Activity> list() {
        return FXCollections.unmodifiableObservableList(list);
    }

    Running add(String name, Running running) {
        var line = new Activity(name, running);
        list.add(line);
        return () -> list.remove(line);
    }
}
