/// Tenants, people, sign-in, roles and the audit log. Law: decides who may do what; every other route asks its `Guard`.
@NullMarked
package io.trunkline.backend.identity;

import org.jspecify.annotations.NullMarked;
