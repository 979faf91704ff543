package io.trunkline.desktop.updates;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Asks at sign-in and once a day whether there is a newer program.
final class UpdatesViewModel {
    /// A day, and up to an hour more at random, so that a whole floor does not ask in one minute.
    private static final Duration DAY = Duration.ofHours(24);

    private static final Duration SPREAD = Duration.ofHours(1);

    /// What is known of newer programs.
    enum State {
        /// Not asked yet, or IT wants it not to be asked.
        UNKNOWN,
        ASKING,
        NEWEST,
        NEWER,
        FAILED
    }

    private final UpdatesGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final String own;
    private final boolean tells;
    private final Consumer<URI> browse;
    private final RandomGenerator random;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<Newer>> newer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Running running = Running.ENDED;
    private Subscription daily = Subscription.EMPTY;
    private Instant next = Instant.MAX;

    /// `own` is this program's version; where `tells` is false nobody is asked and nothing is said.
    UpdatesViewModel(
            UpdatesGateway gateway,
            Work work,
            Ticker ticker,
            String own,
            boolean tells,
            Consumer<URI> browse,
            RandomGenerator random) {
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
        this.own = own;
        this.tells = tells;
        this.browse = browse;
        this.random = random;
    }

    void activate() {
        if (tells) {
            ask();
            daily = ticker.every(this::tick);
        }
    }

    void deactivate() {
        daily.unsubscribe();
        running.cancel();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Empty while none is known.
    ReadOnlyObjectProperty<Optional<Newer>> newer() {
        return newer.getReadOnlyProperty();
    }

    boolean tells() {
        return tells;
    }

    String own() {
        return own;
    }

    void ask() {
        next = ticker.now().plus(DAY).plusSeconds(random.nextLong(SPREAD.toSeconds()));
        state.set(State.ASKING);
        running.cancel();
        running = work.run(gateway::release, this::told, _ -> state.set(State.FAILED));
    }

    /// Opens the package or the page in the browser; nothing is fetched and nothing installed here.
    void get() {
        newer.get().flatMap(Newer::where).map(Where::address).ifPresent(browse);
    }

    private void told(Release release) {
        newer.set(Newer.than(own, ThisProgram.system(), release));
        state.set(newer.get().isPresent() ? State.NEWER : State.NEWEST);
    }

    private void tick(Instant now) {
        if (now.isAfter(next)) {
            ask();
        }
    }
}
