/// The numbers of the wallboard, counted from the event log.
///
/// Law: reads the event log and named views only; no other feature reads analytics except `alerts`.
@NullMarked
package io.trunkline.backend.analytics;

import org.jspecify.annotations.NullMarked;
