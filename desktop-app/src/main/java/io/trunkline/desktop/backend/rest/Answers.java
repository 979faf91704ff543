package io.trunkline.desktop.backend.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.model.Problem;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.util.List;
import retrofit2.Call;
import retrofit2.Response;

/// Waits for an answer and turns what is not one into a [BackendFailure].
final class Answers {
    private Answers() {}

    /// The body of the answer.
    static <T> T of(Call<T> call) {
        var body = answer(call).body();
        if (body == null) {
            throw new BackendFailure.Unreachable("The backend's answer was empty");
        }
        return body;
    }

    /// Only that it was done.
    static void done(Call<Void> call) {
        answer(call);
    }

    private static <T> Response<T> answer(Call<T> call) {
        try {
            var response = call.execute();
            if (response.isSuccessful()) {
                return response;
            }
            throw failure(response);
        } catch (JacksonException e) {
            throw new BackendFailure.Unreachable("The backend's answer was not understood", e);
        } catch (IOException e) {
            throw new BackendFailure.Unreachable("The backend does not answer", e);
        }
    }

    private static BackendFailure failure(Response<?> response) throws IOException {
        var problem = problem(response);
        return switch (response.code()) {
            case 401 -> new BackendFailure.Unauthorised(new BackendFailure.Refused(problem).sentence());
            case 426 -> new BackendFailure.Outdated(new BackendFailure.Refused(problem).sentence());
            case 408, 429 -> new BackendFailure.Unreachable(problem.title());
            default ->
                response.code() >= 500
                        ? new BackendFailure.Unreachable(problem.title())
                        : new BackendFailure.Refused(problem);
        };
    }

    static Problem problem(Response<?> response) throws IOException {
        try (var body = response.errorBody()) {
            if (body != null && String.valueOf(body.contentType()).contains("json")) {
                return Json.mapper().readValue(body.bytes(), Problem.class);
            }
        } catch (JacksonException e) {
            return plain(response);
        }
        return plain(response);
    }

    private static Problem plain(Response<?> response) {
        return new Problem("about:blank", response.message(), response.code(), null, null, List.of());
    }
}
