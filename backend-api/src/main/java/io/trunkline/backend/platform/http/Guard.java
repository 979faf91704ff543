package io.trunkline.backend.platform.http;

import io.helidon.webserver.http.ServerRequest;

/// Decides who is asking and whether they may. `identity` implements it; it is asked before every handler.
public interface Guard {
    /// Lets everybody through open routes and nobody through others.
    Guard CLOSED = (_, route) -> switch (route.access()) {
        case Access.Open _ -> Principal.Anyone.ANYONE;
        case Access.Needs _, Access.SignedIn _, Access.Platform _ -> throw new Fault.Unauthorized("Sign in first.");
    };

    /// The principal, or [Fault.Unauthorized], [Fault.Forbidden] or [Fault.TooMany]. A route that is not
    /// [Route#metered] is never refused for its rate.
    Principal admit(ServerRequest request, Route route);
}
