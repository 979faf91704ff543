/// What this computer keeps for one agent: commands the backend has not acknowledged, drafts, and the last desk seen.
///
/// Law: no JavaFX; SQL stays here.
@NullMarked
package io.trunkline.desktop.cache;

import org.jspecify.annotations.NullMarked;
