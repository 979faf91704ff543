package io.trunkline.desktop.softphone.device;

/// How a line is, over the last second.
///
/// @param mos mean opinion score, 1 (bad) to 4.5 (as good as it gets)
/// @param loss share of packets that did not arrive, 0 to 1
/// @param jitter in milliseconds
/// @param roundTrip in milliseconds
public record Measure(double mos, double loss, double jitter, double roundTrip) {}
