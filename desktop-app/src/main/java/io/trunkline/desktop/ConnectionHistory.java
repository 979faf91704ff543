package io.trunkline.desktop;

import io.trunkline.desktop.session.Connection;
import io.trunkline.desktop.session.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.util.Subscription;

/// When the connection came and went since sign-in, for diagnostics. Written on the FX thread, read from any.
final class ConnectionHistory implements AutoCloseable {
    private static final int KEPT = 200;

    private final List<Connection> changes = new CopyOnWriteArrayList<>();
    private final Subscription listening;

    ConnectionHistory(Session session) {
        listening = session.connection().subscribe(this::add);
    }

    @Override
    public void close() {
        listening.unsubscribe();
    }

    private void add(Connection now) {
        changes.add(now);
        if (changes.size() > KEPT) {
            changes.removeFirst();
        }
    }

    String text() {
        return changes.stream()
                .map(each -> each.since() + "  " + each.state())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
