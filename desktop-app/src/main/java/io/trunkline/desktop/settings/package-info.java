/// What an agent can set on this computer, kept between two starts.
///
/// Law: holds no secret; what concerns the person rather than the computer is kept by the backend.
@NullMarked
package io.trunkline.desktop.settings;

import org.jspecify.annotations.NullMarked;
