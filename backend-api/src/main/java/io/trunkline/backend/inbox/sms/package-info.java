/// Text messages. They come and go over the tenant's account at the carrier, so this channel uses telephony's port to
/// it and its durable inbox of notices.
@NullMarked
package io.trunkline.backend.inbox.sms;

import org.jspecify.annotations.NullMarked;
