/// Starts backend, simulator and desktop as programs of their own: for the demo and for end-to-end tests.
///
/// Law: knows them by their commands and addresses only; imports neither backend, simulator nor desktop.
@NullMarked
package io.trunkline.launcher;

import org.jspecify.annotations.NullMarked;
