package io.trunkline.desktop.updates;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// This program is too old for its backend: which it has to be, and where that is.
public final class TooOldViewModel {
    private final String own;
    private final Consumer<URI> browse;
    private final Runnable again;
    private final ReadOnlyObjectWrapper<Optional<String>> needed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Where>> where = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// `again` tries to go on, after an update of the backend for instance.
    public TooOldViewModel(UpdatesGateway gateway, Work work, String own, Consumer<URI> browse, Runnable again) {
        this.own = own;
        this.browse = browse;
        this.again = again;
        // where the backend cannot say it, the page stands without
        work.run(gateway::release, this::told, _ -> {});
    }

    String own() {
        return own;
    }

    ReadOnlyObjectProperty<Optional<String>> needed() {
        return needed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Where>> where() {
        return where.getReadOnlyProperty();
    }

    void get() {
        where.get().map(Where::address).ifPresent(browse);
    }

    void again() {
        again.run();
    }

    private void told(Release release) {
        needed.set(Optional.ofNullable(release.least()));
        where.set(Where.of(ThisProgram.system(), release));
    }
}
