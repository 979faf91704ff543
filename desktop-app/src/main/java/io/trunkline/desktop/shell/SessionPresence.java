package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.CommandId;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.presence.PresenceState;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// [OwnPresence] as the session knows it and the backend changes it. The latest choice wins: an answer to an earlier
/// one that comes late changes nothing.
public final class SessionPresence implements OwnPresence {
    private final Session session;
    private final PresenceGateway gateway;
    private final Work work;
    private final Supplier<CommandId> commands;
    private final ReadOnlyObjectWrapper<@Nullable PresenceState> wish = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private int choices;

    public SessionPresence(Session session, PresenceGateway gateway, Work work, Supplier<CommandId> commands) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.commands = commands;
        session.presence().subscribe(this::changed);
    }

    @Override
    public ObservableValue<Presence> now() {
        return session.presence();
    }

    @Override
    public ObservableValue<@Nullable PresenceState> wish() {
        return wish.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    @Override
    public ObservableList<String> awayReasons() {
        return session.awayReasons();
    }

    @Override
    public void choose(PresenceState state, @Nullable String reason) {
        int choice = ++choices;
        wish.set(state);
        trouble.set(null);
        var change = new PresenceChange(commands.get(), state, reason);
        work.run(() -> gateway.change(change), answer -> taken(choice, state, answer), _ -> refused(choice));
    }

    private void taken(int choice, PresenceState asked, Presence answer) {
        if (choice == choices) {
            wish.set(answer.state() == asked ? null : asked);
        }
    }

    private void refused(int choice) {
        if (choice == choices) {
            wish.set(null);
            trouble.set(new Trouble(Text.of("shell.presence.failed"), Text.of("shell.presence.again")));
        }
    }

    /// A wish is spent once the agent is at rest: it came true, or somebody else decided.
    private void changed(Presence now) {
        switch (now.state()) {
            case AVAILABLE, AWAY, OFFLINE -> wish.set(null);
            case RESERVED, ENGAGED, WRAP_UP -> {}
        }
    }
}
