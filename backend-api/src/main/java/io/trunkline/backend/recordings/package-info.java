/// The audio of interactions. Law: stores and serves audio; nobody else touches the media store.
@NullMarked
package io.trunkline.backend.recordings;

import org.jspecify.annotations.NullMarked;
