package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import java.net.URI;
import java.util.Optional;

/// How things shall be. `key` is the key that was given, empty where one may be made; `entry` what answers the numbers.
record Wish(
        CarrierAddresses addresses, String applicationName, Optional<String> key, Optional<URI> standIn, Entry entry) {
    /// What answers calls and takes texts, by name. `makesQueue` and `makesFlow` are missing and will be made.
    record Entry(
            Optional<String> flow,
            Optional<String> textQueue,
            Optional<String> makesQueue,
            Optional<String> makesFlow) {
        /// The flow that leads straight to a queue.
        static String straightTo(String queue) {
            return "Straight to " + queue;
        }
    }
}
