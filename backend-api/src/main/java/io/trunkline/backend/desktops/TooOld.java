package io.trunkline.backend.desktops;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Route;
import io.trunkline.model.desktop.ProgramVersion;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses desktops older than the least version, by what they call themselves: `Trunkline/0.1.0 (linux)`. Whoever
/// calls themselves otherwise is no desktop, and is not looked at.
final class TooOld {
    private static final String NAME = "Trunkline/";
    private static final String RULED = "/api/";
    private static final Pattern PROGRAM = Pattern.compile("Trunkline/(\\S{1,60})(?: .*)?");

    private final Optional<ProgramVersion> least;
    private final String where;

    TooOld(Optional<ProgramVersion> least, Optional<URI> page) {
        this.least = least;
        this.where = page.map(address -> " Get it from %s.".formatted(address))
                .orElse(" Ask whoever looks after your computer.");
    }

    /// The guard behind this one.
    Guard before(Guard guard) {
        return (ServerRequest request, Route route) -> {
            if (route.path().startsWith(RULED) && !route.forEveryProgram()) {
                refuse(request.headers());
            }
            return guard.admit(request, route);
        };
    }

    /// Whether these are the headers of a desktop that is too old.
    boolean is(Headers headers) {
        return version(headers).isPresent();
    }

    private void refuse(Headers headers) {
        version(headers).ifPresent(version -> {
            throw new Fault.Outdated(
                    "This is Trunkline %s; this centre needs %s or newer.%s"
                            .formatted(version, least.orElseThrow(), where),
                    least.orElseThrow().toString());
        });
    }

    /// The version of whoever is too old.
    private Optional<ProgramVersion> version(Headers headers) {
        return least.flatMap(bound -> headers.first(HeaderNames.USER_AGENT)
                .filter(agent -> agent.startsWith(NAME))
                .flatMap(TooOld::version)
                .filter(version -> version.isBefore(bound)));
    }

    private static Optional<ProgramVersion> version(String agent) {
        var program = PROGRAM.matcher(agent);
        return program.matches() ? ProgramVersion.parse(program.group(1)) : Optional.empty();
    }
}
