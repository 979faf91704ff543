package io.trunkline.desktop.diagnostics;

import java.util.concurrent.Callable;

/// What one file of a bundle says, asked for when a bundle is made, off the FX thread.
public record Source(String name, Callable<String> text) {}
