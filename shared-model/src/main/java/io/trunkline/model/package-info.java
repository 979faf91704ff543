/// What both programs say to each other: ids, enums and records on the wire.
@NullMarked
package io.trunkline.model;

import org.jspecify.annotations.NullMarked;
