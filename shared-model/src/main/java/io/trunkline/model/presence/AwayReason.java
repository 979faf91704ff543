package io.trunkline.model.presence;

/// A reason for `AWAY` that agents may choose; those of lower `position` are shown first.
public record AwayReason(String name, int position) {}
