/// How log lines look and what they hide. Law: numbers, addresses and message text are masked by their type.
@NullMarked
package io.trunkline.backend.platform.log;

import org.jspecify.annotations.NullMarked;
