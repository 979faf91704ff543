/// People and companies outside: the card beside an interaction, and the page to find them.
///
/// Law: uses no other feature.
@NullMarked
package io.trunkline.desktop.contacts;

import org.jspecify.annotations.NullMarked;
