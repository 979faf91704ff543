package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.model.Problem;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/// Signs in and out, and goes on with the session of the last start.
public final class RestSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(RestSignIn.class);

    private final Rest rest;
    private final RefreshTokens kept;

    public RestSignIn(Rest rest, RefreshTokens kept) {
        this.rest = rest;
        this.kept = kept;
    }

    /// Refused with the backend's sentence where name or password is wrong.
    public Me signIn(SignIn signIn) {
        var session = Answers.of(rest.identity().signIn(signIn));
        rest.tokens().signedIn(session);
        return session.me();
    }

    /// As [#signIn(SignIn)], but tells apart what the sign-in page tells apart.
    public Attempt attempt(SignIn who) {
        return attempt(rest.identity().signIn(who), RestSignIn::refused);
    }

    /// Chooses an own password in the place of a one-time one.
    public Attempt choose(FirstPassword choice) {
        return attempt(rest.identity().choose(choice), RestSignIn::notChosen);
    }

    private Attempt attempt(Call<Session> call, Function<Response<Session>, Attempt> no) {
        try {
            var response = call.execute();
            var session = response.body();
            if (response.isSuccessful() && session != null) {
                rest.tokens().signedIn(session);
                return new Attempt.Opened(session.me());
            }
            return switch (response.code()) {
                case 426 -> new Attempt.TooOld(said(response));
                case 429 -> new Attempt.Locked(wait(response.headers().get("Retry-After")));
                default -> no.apply(response);
            };
        } catch (IOException e) {
            LOG.info("Sign-in got no answer: {}", e.toString());
            return Obstacle.behind(e).<Attempt>map(Attempt.Obstructed::new).orElseGet(Attempt.Unreachable::new);
        }
    }

    private static Attempt refused(Response<Session> response) {
        return switch (response.code()) {
            case 403 ->
                problem(response).type().equals(Problem.PASSWORD_CHANGE_REQUIRED)
                        ? new Attempt.OneTime()
                        : new Attempt.Wrong();
            case 400, 401, 404, 422 -> new Attempt.Wrong();
            default -> new Attempt.Unreachable();
        };
    }

    private static Attempt notChosen(Response<Session> response) {
        return switch (response.code()) {
            case 400, 422 -> new Attempt.NotTaken(said(response));
            case 401, 403, 404, 409 -> new Attempt.Over(said(response));
            default -> new Attempt.Unreachable();
        };
    }

    private static String said(Response<Session> response) {
        return new BackendFailure.Refused(problem(response)).sentence();
    }

    private static Problem problem(Response<Session> response) {
        try {
            return Answers.problem(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Duration> wait(@Nullable String seconds) {
        return Optional.ofNullable(seconds)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /// Who was signed in when the program last ended; empty where a new sign-in is needed.
    public Optional<Me> resume() {
        var token = kept.kept();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            var session = rest.renew(token.get());
            rest.tokens().signedIn(session);
            return Optional.of(session.me());
        } catch (BackendFailure.Unauthorised e) {
            rest.tokens().signedOut();
            return Optional.empty();
        }
    }

    /// Ends the session here in any case, and at the backend where it answers.
    public void signOut() {
        var token = kept.kept();
        rest.tokens().signedOut();
        try {
            token.ifPresent(refresh -> Answers.done(rest.identity().signOut(new Refresh(refresh))));
        } catch (BackendFailure e) {
            LOG.info("Signed out here; the backend was not told: {}", e.sentence());
        }
    }
}
