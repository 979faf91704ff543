/// Voice beside its peer, a browser softphone: the same SDK, the same simulator, the same run.
///
/// Run by the profile `bench`, never by the tests.
@NullMarked
package io.trunkline.desktop.bench;

import org.jspecify.annotations.NullMarked;
