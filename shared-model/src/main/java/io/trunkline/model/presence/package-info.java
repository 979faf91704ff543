/// What an agent is doing now.
@NullMarked
package io.trunkline.model.presence;

import org.jspecify.annotations.NullMarked;
