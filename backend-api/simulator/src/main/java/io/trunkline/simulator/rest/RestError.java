package io.trunkline.simulator.rest;

/// A refused request: HTTP status and the carrier's code.
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    RestError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RestError notFound(String path) {
        return new RestError(404, 20404, "The requested resource " + path + " was not found");
    }

    static RestError invalid(int code, String message) {
        return new RestError(400, code, message);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
