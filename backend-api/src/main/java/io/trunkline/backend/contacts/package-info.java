/// People and companies outside and the addresses they are reached at.
///
/// Law: owns `contact`, `contact_address` and `contact_alias`; knows nothing of calls.
@NullMarked
package io.trunkline.backend.contacts;

import org.jspecify.annotations.NullMarked;
