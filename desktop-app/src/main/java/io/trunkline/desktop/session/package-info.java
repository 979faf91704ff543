/// Who is signed in and what is going on at their desk, for every feature to look at.
///
/// Law: the only holder of shared state; changed on the FX thread only.
@NullMarked
package io.trunkline.desktop.session;

import org.jspecify.annotations.NullMarked;
