/// Asks and tells the backend over REST: sign-in, tokens, and one adapter for each feature's port.
///
/// Law: no JavaFX; returns records of the model or throws `BackendFailure`; nothing else imports Retrofit or OkHttp.
@NullMarked
package io.trunkline.desktop.backend.rest;

import org.jspecify.annotations.NullMarked;
