package io.trunkline.backend.platform.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.model.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where something thrown becomes a status and an RFC 9457 problem document.
///
/// What is not a [Fault] becomes a 500 that shows an id only; the log has the same id with the whole story.
public final class FaultMapper implements ErrorHandler<Throwable> {
    static final Header PROBLEM = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");
    private static final Status UPGRADE_REQUIRED = Status.create(426, "Upgrade Required");
    private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

    @Override
    public void handle(ServerRequest request, ServerResponse response, Throwable thrown) {
        if (response.isSent()) {
            LOG.warn(
                    "{} {} failed after its answer had begun",
                    request.prologue().method().text(),
                    request.path().path(),
                    thrown);
            return;
        }
        var problem = problem(request, thrown);
        whatToDo(thrown, response);
        response.status(Status.create(problem.status())).header(PROBLEM).send(Bodies.write(problem));
    }

    private static Problem problem(ServerRequest request, Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> problem(fault);
            case DatabaseUnavailable away -> {
                LOG.warn(
                        "{} {}: {}",
                        request.prologue().method().text(),
                        request.path().path(),
                        away.getMessage());
                yield problem(
                        Status.SERVICE_UNAVAILABLE_503, "The database cannot be reached at the moment; try again.");
            }
            case HttpException refused
            when refused.status().code() < 500 -> problem(refused.status(), detail(refused.status()));
            case RequestException refused -> problem(refused.status(), detail(refused.status()));
            default -> unknown(request, thrown);
        };
    }

    private static Problem problem(Fault fault) {
        var sentence = fault.sentence();
        return switch (fault) {
            case Fault.NotFound _ -> problem(Status.NOT_FOUND_404, sentence);
            case Fault.Invalid invalid -> problem(Status.BAD_REQUEST_400, sentence, null, invalid.fields());
            case Fault.Conflict _ -> problem(Status.CONFLICT_409, sentence);
            case Fault.Unauthorized _ -> problem(Status.UNAUTHORIZED_401, sentence);
            case Fault.Forbidden forbidden -> forbidden(forbidden);
            case Fault.Outdated _ -> problem(UPGRADE_REQUIRED, sentence);
            case Fault.TooMany _ -> problem(Status.TOO_MANY_REQUESTS_429, sentence);
            case Fault.Unavailable _ -> problem(Status.SERVICE_UNAVAILABLE_503, sentence);
        };
    }

    private static Problem forbidden(Fault.Forbidden fault) {
        var status = Status.FORBIDDEN_403;
        return new Problem(fault.type(), status.reasonPhrase(), status.code(), fault.sentence(), null, List.of());
    }

    private static Problem unknown(ServerRequest request, Throwable thrown) {
        var id = UUID.randomUUID();
        LOG.error(
                "{} {} failed, error {}",
                request.prologue().method().text(),
                request.path().path(),
                id,
                thrown);
        return problem(
                Status.INTERNAL_SERVER_ERROR_500,
                "Something went wrong here. The log knows it as " + id + ".",
                "urn:uuid:" + id,
                List.of());
    }

    private static void whatToDo(Throwable thrown, ServerResponse response) {
        if (thrown instanceof Fault.TooMany many) {
            response.header(
                    HeaderNames.RETRY_AFTER,
                    String.valueOf(Math.max(1, many.retryAfter().toSeconds())));
        } else if (thrown instanceof DatabaseUnavailable || thrown instanceof Fault.Unavailable) {
            response.header(HeaderNames.RETRY_AFTER, "1");
        } else if (thrown instanceof Fault.Outdated outdated) {
            // the status demands that the answer says to what
            response.header(HeaderNames.UPGRADE, "Trunkline/" + outdated.least());
        } else if (thrown instanceof Fault.Unauthorized) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
    }

    static String detail(Status status) {
        return switch (status.code()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 413 -> "The request is larger than this server takes.";
            default -> "The request cannot be read.";
        };
    }

    private static Problem problem(Status status, String detail) {
        return problem(status, detail, null, List.of());
    }

    static Problem problem(Status status, String detail, @Nullable String instance, List<Problem.Field> errors) {
        return new Problem(Problem.UNTYPED, status.reasonPhrase(), status.code(), detail, instance, errors);
    }
}
