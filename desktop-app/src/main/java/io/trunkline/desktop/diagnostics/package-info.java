/// What this program knows of itself when something is wrong: collected, looked through, saved or sent.
///
/// Law: nothing of it tells of people; whoever sends it has been able to read all of it before.
@NullMarked
package io.trunkline.desktop.diagnostics;

import org.jspecify.annotations.NullMarked;
