/// The floor at a glance: queues, and for those who may see it the agents.
///
/// Law: uses no other feature.
@NullMarked
package io.trunkline.desktop.wallboard;

import org.jspecify.annotations.NullMarked;
