/// Calls and all that happens to them: legs, TwiML at work, queues, conferences, recordings.
///
/// One virtual thread follows each call's documents. Everybody else (REST, far ends, conferences) moves a call by
/// [Calls] or leaves an [Event] in its mailbox; nobody waits inside a lock.
@NullMarked
package io.trunkline.simulator.voice;

import org.jspecify.annotations.NullMarked;
