/// The main window: rail, top bar, pages, navigation, keys.
///
/// Law: knows no feature; features reach each other through a [NavigationTarget] or the session.
@NullMarked
package io.trunkline.desktop.shell;

import org.jspecify.annotations.NullMarked;
