/// The way to PostgreSQL. Law: no statement runs outside a transaction of a named tenant or of the system role.
@NullMarked
package io.trunkline.backend.platform.db;

import org.jspecify.annotations.NullMarked;
