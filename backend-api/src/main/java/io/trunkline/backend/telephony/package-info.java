/// Calls and their legs. Law: owns calls and legs; carriers sit behind its [io.trunkline.backend.telephony.Carrier]
/// port.
@NullMarked
package io.trunkline.backend.telephony;

import org.jspecify.annotations.NullMarked;
