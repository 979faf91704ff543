package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.PasswordChange;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import java.util.UUID;

/// `/api/v1/login`, `/login/password`, `/token/refresh`, `/logout`, `/me`
final class SessionRoutes {
    private static final int TOKEN_LENGTH = 200;

    private final SignIns signIns;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Database database;
    private final OwnPassword ownPassword;

    SessionRoutes(SignIns signIns, Sessions sessions, AccessTokens tokens, Database database, OwnPassword ownPassword) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.tokens = tokens;
        this.database = database;
        this.ownPassword = ownPassword;
    }

    void declare(Routes routes) {
        routes.post("/api/v1/login")
                .open("nobody is signed in before signing in; guesses are limited per account and address")
                .summary("Sign in")
                .takes(SignIn.class)
                .returns(Session.class)
                .to(this::signIn);
        routes.post("/api/v1/login/password")
                .open("the password that is good once is the proof; guesses are limited as with signing in")
                .summary("Choose your own password with one that is good once, and sign in")
                .takes(FirstPassword.class)
                .returns(Session.class)
                .to(this::choose);
        routes.post("/api/v1/token/refresh")
                .open("the access token may be over; the refresh token is the proof")
                .summary("Change a refresh token, once, for new tokens")
                .unmetered()
                .forEveryProgram()
                .takes(Refresh.class)
                .returns(Session.class)
                .to(this::refresh);
        routes.post("/api/v1/logout")
                .open(
                        "the access token may be over; the refresh token is the proof, and ending its session all it can do")
                .unmetered()
                .summary("End the session of a refresh token")
                .takes(Refresh.class)
                .returnsNothing()
                .to((_, asked) -> signIns.signOut(token(asked)));
        routes.get("/api/v1/me")
                .signedIn()
                .summary("Who is signed in")
                .returns(Me.class)
                .to(this::me);
        routes.post("/api/v1/me/password")
                .signedIn()
                .summary("Change your password; every other session of yours ends")
                .takes(PasswordChange.class)
                .returnsNothing()
                .to(this::password);
    }

    private void password(Request request, PasswordChange change) {
        UserChecks.check(change);
        ownPassword.change(request.member(), session(request), change, request.peer());
    }

    private Session signIn(Request request, SignIn asked) {
        UserChecks.check(asked);
        return signIns.signIn(asked, request.peer()).orElseThrow(SessionRoutes::wrong);
    }

    private Session choose(Request request, FirstPassword asked) {
        UserChecks.check(asked);
        return signIns.choose(asked, request.peer()).orElseThrow(SessionRoutes::wrong);
    }

    private static Fault.Unauthorized wrong() {
        return new Fault.Unauthorized("The tenant, e-mail address or password is wrong.");
    }

    private Session refresh(Request request, Refresh asked) {
        return signIns.refresh(token(asked))
                .orElseThrow(() -> new Fault.Unauthorized("This session is over; sign in again."));
    }

    private static String token(Refresh asked) {
        return Inputs.text("refreshToken", asked.refreshToken(), TOKEN_LENGTH);
    }

    private Me me(Request request) {
        return database.inTenant(
                request.tenant(), tx -> sessions.me(tx, request.member().user(), session(request)));
    }

    private UUID session(Request request) {
        return RouteGuard.bearer(request.raw())
                .flatMap(tokens::read)
                .map(AccessTokens.Claims::session)
                .orElseThrow(() -> new Fault.Unauthorized("Sign in first."));
    }
}
