package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.http.Fault;
import java.util.regex.Pattern;

/// Lets somebody prove that a webhook sent to the public address comes to this backend and to no other: the same
/// question, asked directly by a member and asked by a signed webhook, has the same answer, which nobody else knows.
///
/// Every node with the key of the carrier's secrets answers alike, so it does not matter which one is asked. Nothing is
/// written down.
final class Proof {
    static final String FIELD = "Proof";
    private static final Pattern QUESTION = Pattern.compile("[0-9A-Za-z-]{16,64}");

    private final SecretBox box;

    Proof(SecretBox box) {
        this.box = box;
    }

    String answer(String question) {
        if (!QUESTION.matcher(question).matches()) {
            throw new Fault.Invalid("question", "A question has 16 to 64 letters, digits and hyphens.");
        }
        return box.vouch("webhook " + question);
    }

    /// A document that tells the carrier to do nothing, with the answer in a remark.
    String document(String question) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><!-- %s --></Response>".formatted(answer(question));
    }
}
