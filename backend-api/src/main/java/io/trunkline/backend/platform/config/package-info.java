/// Settings as checked records. Law: a wrong value is a sentence naming key, value and what is allowed; secrets print
/// masked.
@NullMarked
package io.trunkline.backend.platform.config;

import org.jspecify.annotations.NullMarked;
