/// What the operating system gives: a folder of our own, one running program, the tray, notices, sounds, the window
/// in front.
///
/// Law: the only package that uses Gluon Attach or AWT.
@NullMarked
package io.trunkline.desktop.os;

import org.jspecify.annotations.NullMarked;
