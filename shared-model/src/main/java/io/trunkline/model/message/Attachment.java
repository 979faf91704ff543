package io.trunkline.model.message;

/// A file that came with a message; `path` is where the backend serves it.
public record Attachment(String name, String type, long bytes, String path) {}
