/// The agent's ear and mouth: a port, and a device that speaks the carrier's signalling without audio.
///
/// Law: the only package that may use `javafx.scene.web` or libwebrtc.
@NullMarked
package io.trunkline.desktop.softphone.device;

import org.jspecify.annotations.NullMarked;
