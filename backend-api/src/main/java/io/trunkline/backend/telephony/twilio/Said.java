package io.trunkline.backend.telephony.twilio;

import java.util.function.Supplier;

/// How a question is answered: `usual` writes down what happened and gives the answer that counts, `emergency` is what
/// is safe to say when nothing can be written down in time. Without a `work` to be done, `emergency` is the answer.
record Said(Supplier<String> usual, String emergency, boolean work) {
    static Said only(String answer) {
        return new Said(() -> answer, answer, false);
    }

    static Said after(Supplier<String> usual, String emergency) {
        return new Said(usual, emergency, true);
    }
}
