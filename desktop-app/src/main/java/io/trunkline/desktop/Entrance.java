package io.trunkline.desktop;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.backend.rest.RefreshTokens;
import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestSignIn;
import io.trunkline.desktop.backend.rest.RestUpdates;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.login.LoginGateway;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.RememberedToken;
import io.trunkline.desktop.updates.UpdatesGateway;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The way in and out: one connection to one backend at a time, and the token that outlives the program.
final class Entrance implements LoginGateway, AutoCloseable {
    private final Trust trust;
    private final Clock clock;
    private final RefreshTokens kept;
    private final LastAgent last;
    private final AtomicReference<@Nullable Rest> open = new AtomicReference<>();
    private final AtomicReference<@Nullable FutureTask<Optional<Me>>> begun = new AtomicReference<>();

    Entrance(AppFolder folder, Trust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
        this.kept = tokens(new RememberedToken(folder));
        this.last = new LastAgent(folder);
    }

    @Override
    public Attempt signIn(URI backend, SignIn who) {
        return kept(in(connect(backend)).attempt(who));
    }

    @Override
    public Attempt choose(URI backend, FirstPassword choice) {
        return kept(in(connect(backend)).choose(choice));
    }

    private Attempt kept(Attempt attempt) {
        if (attempt instanceof Attempt.Opened(var me)) {
            last.keep(me);
        }
        return attempt;
    }

    /// Asks a backend about programs, whoever is signed in.
    UpdatesGateway updates(URI backend) {
        return () -> {
            try (var rest = new Rest(backend, trust, kept, clock)) {
                return new RestUpdates(rest).release();
            }
        };
    }

    /// Begins what the next [#resume(URI)] waits for: while the backend answers, the window can be made.
    void resumeSoon(String backend, Work work) {
        var asked = new FutureTask<>(() -> goOn(URI.create(backend)));
        begun.set(asked);
        work.run(
                () -> {
                    asked.run();
                    return asked;
                },
                _ -> {},
                _ -> {});
    }

    /// Goes on with the session of the last start; empty where somebody has to sign in. While the backend does not
    /// answer it is whoever was signed in last: their desk shows what was seen last, with its age. Blocks.
    Optional<Me> resume(URI backend) throws Exception {
        var asked = begun.getAndSet(null);
        if (asked == null) {
            return goOn(backend);
        }
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception why ? why : e;
        }
    }

    private Optional<Me> goOn(URI backend) {
        if (kept.kept().isEmpty()) {
            return Optional.empty();
        }
        try {
            var me = in(connect(backend)).resume();
            me.ifPresent(last::keep);
            return me;
        } catch (BackendFailure.Unreachable e) {
            return Optional.of(last.read().orElseThrow(() -> e));
        }
    }

    /// Blocks.
    void signOut() {
        last.forget();
        now().ifPresent(rest -> in(rest).signOut());
    }

    /// The connection of whoever is signed in.
    Rest rest() {
        return now().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    @Override
    public void close() {
        Optional.ofNullable(open.getAndSet(null)).ifPresent(Rest::close);
    }

    private Optional<Rest> now() {
        return Optional.ofNullable(open.get());
    }

    private Rest connect(URI backend) {
        var rest = new Rest(backend, trust, kept, clock);
        Optional.ofNullable(open.getAndSet(rest)).ifPresent(Rest::close);
        return rest;
    }

    private RestSignIn in(Rest rest) {
        return new RestSignIn(rest, kept);
    }

    private static RefreshTokens tokens(RememberedToken file) {
        return new RefreshTokens() {
            @Override
            public Optional<String> kept() {
                return file.read();
            }

            @Override
            public void keep(String token) {
                file.keep(token);
            }

            @Override
            public void forget() {
                file.forget();
            }
        };
    }
}
