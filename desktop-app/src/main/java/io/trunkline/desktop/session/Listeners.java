package io.trunkline.desktop.session;

import io.trunkline.model.live.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Who wants to hear of events and reloads. Somebody may leave while being told.
final class Listeners {
    private final List<Consumer<LiveEvent>> events = new ArrayList<>();
    private final List<Runnable> reloads = new ArrayList<>();

    Subscription add(Consumer<LiveEvent> listener) {
        events.add(listener);
        return () -> events.remove(listener);
    }

    Subscription addReload(Runnable listener) {
        reloads.add(listener);
        return () -> reloads.remove(listener);
    }

    void tell(LiveEvent event) {
        List.copyOf(events).forEach(each -> each.accept(event));
    }

    void reloaded() {
        List.copyOf(reloads).forEach(Runnable::run);
    }
}
