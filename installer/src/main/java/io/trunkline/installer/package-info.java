/// What the packages of both programs are made with, beside the scripts of each system: lists of files, icons, notices,
/// the release's text.
///
/// Law: runs while packages are built and is in none of them.
@NullMarked
package io.trunkline.installer;

import org.jspecify.annotations.NullMarked;
