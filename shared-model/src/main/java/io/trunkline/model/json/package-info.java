/// The one place that builds an object mapper.
@NullMarked
package io.trunkline.model.json;

import org.jspecify.annotations.NullMarked;
