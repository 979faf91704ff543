/// The carrier's REST API, version 2010-04-01, as far as Trunkline uses it, shaped as its published description.
@NullMarked
package io.trunkline.simulator.rest;

import org.jspecify.annotations.NullMarked;
