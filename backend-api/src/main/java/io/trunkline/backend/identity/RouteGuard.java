package io.trunkline.backend.identity;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.trunkline.backend.platform.http.Access;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.http.Route;
import io.trunkline.model.identity.Permission;
import java.util.Optional;

/// Stands in front of every route: reads the bearer token, counts the request, asks for the permission.
final class RouteGuard implements Guard {
    private static final String BEARER = "bearer ";

    private final Principals principals;
    private final Allowance allowance;

    RouteGuard(Principals principals, Allowance allowance) {
        this.principals = principals;
        this.allowance = allowance;
    }

    @Override
    public Principal admit(ServerRequest request, Route route) {
        return switch (route.access()) {
            case Access.Open _ -> Principal.Anyone.ANYONE;
            case Access.SignedIn _ -> member(request, route);
            case Access.Needs needs -> allowed(member(request, route), needs.permission());
            // Nobody of the platform can sign in yet, so nobody is let through.
            case Access.Platform _ -> {
                member(request, route);
                throw new Fault.Forbidden("This address is for people of the platform.");
            }
        };
    }

    private Principal.Member member(ServerRequest request, Route route) {
        var member =
                bearer(request).flatMap(principals::of).orElseThrow(() -> new Fault.Unauthorized("Sign in first."));
        if (route.metered()) {
            allowance.take(member.user()).ifPresent(wait -> {
                throw new Fault.TooMany("Too many requests; wait a moment.", wait);
            });
        }
        return member;
    }

    private static Principal.Member allowed(Principal.Member member, Permission permission) {
        if (!member.may(permission)) {
            throw new Fault.Forbidden("Your role does not allow this.");
        }
        return member;
    }

    static Optional<String> bearer(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
