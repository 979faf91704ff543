/// People and companies outside, and their addresses.
@NullMarked
package io.trunkline.model.contact;

import org.jspecify.annotations.NullMarked;
