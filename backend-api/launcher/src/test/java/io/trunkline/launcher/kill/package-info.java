/// Kills the packaged backend again and again under live calls and counts what was lost: the customers and agents who
/// keep it busy, whoever kills it, and the reckoning afterwards.
///
/// Law: touches state through REST, the simulator's control and sockets only; SQL is read, and locks rows, never
/// writes.
@NullMarked
package io.trunkline.launcher.kill;

import org.jspecify.annotations.NullMarked;
