package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.diagnostics.DiagnosticsGateway;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/// Sends a diagnostics bundle to the administrators.
public final class RestDiagnostics implements DiagnosticsGateway {
    private static final MediaType ZIP = MediaType.get("application/zip");

    private final Rest rest;

    public RestDiagnostics(Rest rest) {
        this.rest = rest;
    }

    @Override
    public void send(byte[] zip) {
        Answers.of(rest.api().send(RequestBody.create(zip, ZIP)));
    }
}
