/// Builds the Linux packages of both programs: Java runtime, program, AOT cache, and what the system has to know of
/// them.
///
/// Law: takes what the build left and what stands in `installer/common` and `installer/linux`; is itself in no package.
@NullMarked
package io.trunkline.installer.linux;

import org.jspecify.annotations.NullMarked;
