/// How each model type looks: icon, colour and words.
///
/// Law: one exhaustive switch for each model enum, so that a new constant does not compile until it has a look;
/// knows `model` and `kit` only.
@NullMarked
package io.trunkline.desktop.look;

import org.jspecify.annotations.NullMarked;
