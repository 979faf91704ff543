package io.trunkline.backend.platform.config;

/// The program cannot start on this machine as it is; the message is a sentence for whoever starts it.
public final class StartFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFault(String sentence) {
        super(sentence);
    }

    public StartFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
