package io.trunkline.desktop.diagnostics;

/// Takes a bundle to the administrators of the centre. Blocks; throws `BackendFailure`.
public interface DiagnosticsGateway {
    void send(byte[] zip);
}
