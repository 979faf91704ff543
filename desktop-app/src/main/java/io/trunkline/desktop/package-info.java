/// The agent's and the supervisor's program: starts it, wires the features, signs in and out.
///
/// Law: [Wiring] alone constructs features.
@NullMarked
package io.trunkline.desktop;

import org.jspecify.annotations.NullMarked;
