/// The ledger of every interaction: states, participants, segments, notes, dispositions. Law: owns the life of an
/// interaction and is the only writer of its state.
@NullMarked
package io.trunkline.backend.interactions;

import org.jspecify.annotations.NullMarked;
