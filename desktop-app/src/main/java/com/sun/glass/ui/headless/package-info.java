/// A wide screen for running without a display: tests, and pictures of the product.
@NullMarked
package com.sun.glass.ui.headless;

import org.jspecify.annotations.NullMarked;
