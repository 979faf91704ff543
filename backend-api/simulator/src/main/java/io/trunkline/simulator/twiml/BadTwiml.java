package io.trunkline.simulator.twiml;

/// The document cannot be followed. Code 12100: not XML; 12200: not TwiML; 13238 and others: a verb where it may not
/// be.
public final class BadTwiml extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    public BadTwiml(int code, String why) {
        super(why);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
