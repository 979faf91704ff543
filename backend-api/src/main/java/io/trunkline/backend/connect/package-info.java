/// `connect-twilio`: from an account at Twilio to calls that arrive, on the first day, and back again.
///
/// Law: a client, without rights of its own. It reaches the backend over REST as an administrator and Twilio over
/// REST as the account; it writes to neither what it has not shown before. Secrets come by prompt or file and leave
/// to these two only. What changes is decided by pure rules: [Plan], [Undo].
@NullMarked
package io.trunkline.backend.connect;

import org.jspecify.annotations.NullMarked;
