package io.trunkline.backend.connect;

/// It cannot go on; the message is a sentence for whoever started it, and says what to do.
final class CannotConnect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Failed; the words or the file are wrong; somebody cannot be reached.
    static final int FAILED = 1;

    static final int WRONG = 2;
    static final int UNREACHABLE = 3;

    private final int exit;

    CannotConnect(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    CannotConnect(int exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
