/// The server: every feature is wired in [io.trunkline.backend.Backend] and nowhere else.
@NullMarked
package io.trunkline.backend;

import org.jspecify.annotations.NullMarked;
