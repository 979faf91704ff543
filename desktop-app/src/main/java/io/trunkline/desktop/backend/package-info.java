/// What the desktop knows of its backend: failures as values, and the backend's clock.
///
/// Law: no JavaFX; returns records of the model or throws [BackendFailure].
@NullMarked
package io.trunkline.desktop.backend;

import org.jspecify.annotations.NullMarked;
