package io.trunkline.backend.diagnostics;

/// A file of the bundle; `what` says in a few words what is in it.
public record Part(String name, String what, String text) {}
