/// The work at hand as a list, and written exchanges: threads, messages, composer.
///
/// Law: uses no other feature.
@NullMarked
package io.trunkline.desktop.inbox;

import org.jspecify.annotations.NullMarked;
