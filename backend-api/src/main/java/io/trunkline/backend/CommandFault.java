package io.trunkline.backend;

/// A command that cannot do what it was asked for; the message is a sentence for whoever gave it.
final class CommandFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFault(String sentence) {
        super(sentence, null, false, false);
    }
}
