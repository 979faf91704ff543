/// The desktop programs of this centre: which version they should be, who is too old, and the diagnostics bundles they
/// send. Law: refuses a desktop that is too old on every route but the one that says where the new one is; nobody else.
@NullMarked
package io.trunkline.backend.desktops;

import org.jspecify.annotations.NullMarked;
