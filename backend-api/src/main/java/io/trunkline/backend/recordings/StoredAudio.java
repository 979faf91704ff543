package io.trunkline.backend.recordings;

/// A file of the media store; `hash` is its SHA-256 in hex.
record StoredAudio(String path, long bytes, String hash) {}
