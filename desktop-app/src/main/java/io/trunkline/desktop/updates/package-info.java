/// Tells of newer programs, and of this one being too old. Never installs anything.
///
/// Law: opens addresses in the browser and nothing else.
@NullMarked
package io.trunkline.desktop.updates;

import org.jspecify.annotations.NullMarked;
