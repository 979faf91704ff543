/// Twilio's wire: webhooks, TwiML, REST and tokens. Law: the only package that imports Twilio types or writes TwiML.
@NullMarked
package io.trunkline.backend.telephony.twilio;

import org.jspecify.annotations.NullMarked;
