package io.trunkline.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the window is and the way back. Features listen to [#target()] and open what is theirs.
public final class Navigator {
    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<NavigationTarget> target =
            new ReadOnlyObjectWrapper<>(new NavigationTarget.Whole(Place.DESK));
    private final Deque<NavigationTarget> behind = new ArrayDeque<>();

    public ReadOnlyObjectProperty<NavigationTarget> target() {
        return target.getReadOnlyProperty();
    }

    public void go(Place place) {
        go(new NavigationTarget.Whole(place));
    }

    /// Going where one is already does nothing.
    public void go(NavigationTarget next) {
        if (next.equals(target.get())) {
            return;
        }
        behind.push(target.get());
        if (behind.size() > REMEMBERED) {
            behind.removeLast();
        }
        target.set(next);
    }

    /// To where one was before; nothing when there is no before.
    public void back() {
        if (!behind.isEmpty()) {
            target.set(behind.pop());
        }
    }
}
