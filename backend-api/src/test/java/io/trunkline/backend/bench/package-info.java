/// Measures Trunkline against the peers in `backend-api/bench`, in one run, on one machine. Started by `./mvnw -Pbench
/// verify`.
///
/// Law: nothing here is needed by the product; every figure is printed and also written by [Figures].
@NullMarked
package io.trunkline.backend.bench;

import org.jspecify.annotations.NullMarked;
