package io.trunkline.model.interaction;

/// Creates a disposition.
public record NewDisposition(String name) {}
