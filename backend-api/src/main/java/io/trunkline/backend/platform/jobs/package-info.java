/// Threads, leases and durable jobs. Law: nobody else starts a thread.
@NullMarked
package io.trunkline.backend.platform.jobs;

import org.jspecify.annotations.NullMarked;
