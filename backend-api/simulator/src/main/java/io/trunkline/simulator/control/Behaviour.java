package io.trunkline.simulator.control;

/// What a phone does when it is called or written to.
///
/// @param afterSeconds how long it rings first
/// @param talkSeconds hangs up after talking so long; 0 leaves that to the other side
/// @param digits pressed one group per question, separated by commas
/// @param textError 0 when texts arrive, else why they do not, as 30003
/// @param reply what it writes back to a text, empty for nothing
public record Behaviour(
        Answer answer, double afterSeconds, double talkSeconds, String digits, int textError, String reply) {
    public enum Answer {
        ANSWERS,
        BUSY,
        NO_ANSWER,
        FAILS
    }

    static final Behaviour USUAL = new Behaviour(Answer.ANSWERS, 2, 0, "", 0, "");

    public Behaviour {
        if (afterSeconds < 0 || talkSeconds < 0) {
            throw new IllegalArgumentException("times are not negative");
        }
    }
}
