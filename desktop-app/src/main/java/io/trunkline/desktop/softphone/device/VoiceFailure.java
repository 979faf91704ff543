package io.trunkline.desktop.softphone.device;

/// The voice device could not join the call. The sentence is for the log; the code is the carrier's, or 0.
public final class VoiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    public VoiceFailure(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public VoiceFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = 0;
    }

    public int code() {
        return code;
    }
}
