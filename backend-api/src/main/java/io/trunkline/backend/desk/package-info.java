/// What one agent's desktop shows, read at once: at sign-in and whenever the feed asks it to begin anew.
///
/// Law: reads the façades of other features, owns no table and changes nothing.
@NullMarked
package io.trunkline.backend.desk;

import org.jspecify.annotations.NullMarked;
