/// Every word the desktop shows, by key and language, and how times and numbers are written.
///
/// Law: no other package holds words for people; a key reads `feature.thing.state`.
@NullMarked
package io.trunkline.desktop.kit.text;

import org.jspecify.annotations.NullMarked;
