package io.trunkline.backend.platform.http;

import java.util.Optional;

/// Who is asking, for code below a route that has no request at hand; bound for the length of the request.
public record RequestContext(Principal principal, Route route) {
    private static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    /// The context of the running request; empty in workers.
    public static Optional<RequestContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    <X extends Exception> void run(ScopedValue.CallableOp<Boolean, X> work) throws X {
        ScopedValue.where(CURRENT, this).call(work);
    }
}
