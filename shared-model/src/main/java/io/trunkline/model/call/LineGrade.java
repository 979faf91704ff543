package io.trunkline.model.call;

/// How good a line is in a word, the same on the call bar, in the test of a line and in the records.
///
/// Poor begins where the carrier's SDK warns of a low score (3.5); good where nearly all are satisfied: a rating R of
/// 80 is a score of 4.0 (ITU-T G.107, annex B).
public enum LineGrade {
    GOOD,
    FAIR,
    POOR;

    private static final double SATISFIED = 4.0;
    private static final double DISSATISFIED = 3.6;

    /// `mos` is a mean opinion score, 1 to 4.5.
    public static LineGrade of(double mos) {
        if (mos >= SATISFIED) {
            return GOOD;
        }
        return mos >= DISSATISFIED ? FAIR : POOR;
    }
}
