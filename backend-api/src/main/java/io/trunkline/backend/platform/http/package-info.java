/// Routes, faults, principals and the server itself. Law: a route that is not in the route table does not exist.
@NullMarked
package io.trunkline.backend.platform.http;

import org.jspecify.annotations.NullMarked;
