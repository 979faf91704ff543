package io.trunkline.simulator.webhook;

/// One request and what came back.
///
/// @param status 0 when there was no answer
/// @param failure empty when it went well, else `ct`, `rt`, `4xx` or `5xx`
record Attempt(int status, String type, String body, String failure) {
    static Attempt answered(int status, String type, String body) {
        return new Attempt(status, type, body, status >= 500 ? "5xx" : status >= 400 ? "4xx" : "");
    }

    static Attempt failed(String failure) {
        return new Attempt(0, "", "", failure);
    }

    boolean good() {
        return failure.isEmpty();
    }

    /// The carrier's error for this failure: 11205 no connection or no answer in time, 11200 a bad status.
    int errorCode() {
        return status == 0 ? 11205 : 11200;
    }
}
