package io.trunkline.model.desktop;

import java.time.Instant;
import java.util.UUID;

/// A diagnostics bundle that somebody sent from their desktop. `by` is their name.
public record SentDiagnostics(UUID id, String by, String program, Instant at, int bytes) {}
