/// A stand-in for the carrier at the wire: REST, signed webhooks, TwiML, device signalling, and a control of its own.
///
/// Law: knows nothing of Trunkline's backend and desktop; of the shared model it uses `model.json` only.
@NullMarked
package io.trunkline.simulator;

import org.jspecify.annotations.NullMarked;
