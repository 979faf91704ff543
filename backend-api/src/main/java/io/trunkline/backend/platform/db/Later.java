package io.trunkline.backend.platform.db;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL will say to a statement that waits to be sent. Asking for it sends everything that waits, in order
/// and in one message, so that several answers cost one way there and back.
public final class Later<T> {
    private final Runnable send;
    private final Supplier<@Nullable T> said;

    Later(Runnable send, Supplier<@Nullable T> said) {
        this.send = send;
        this.said = said;
    }

    /// The answer, waited for if need be.
    public T get() {
        var known = said.get();
        if (known == null) {
            send.run();
            known = said.get();
        }
        if (known == null) {
            throw new IllegalStateException("the statement was not answered: its transaction has failed");
        }
        return known;
    }

    /// The answer turned into something else, when it is asked for.
    public <U> Supplier<U> map(Function<T, U> turn) {
        return () -> turn.apply(get());
    }
}
