/// The place where JavaFX looks for the platform named `WideHeadless`.
@NullMarked
package com.sun.glass.ui.wideheadless;

import org.jspecify.annotations.NullMarked;
