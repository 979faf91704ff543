/// The sign-in page.
///
/// Law: the password leaves it once, to the gateway, and is kept nowhere.
@NullMarked
package io.trunkline.desktop.login;

import org.jspecify.annotations.NullMarked;
