package io.trunkline.simulator.media;

/// Finds after how many samples a sound repeats itself.
final class Pitch {
    private static final int SHORTEST = 96;
    private static final int LONGEST = 960;
    private static final int COMPARED = 480;

    /// As many samples as are looked at.
    static final int PAST = LONGEST + COMPARED;

    private Pitch() {}

    /// The distance at which the end of this sound is most like what was before.
    static int period(short[] past) {
        var best = SHORTEST;
        var most = Double.NEGATIVE_INFINITY;
        for (var distance = SHORTEST; distance <= LONGEST; distance++) {
            var likeness = likeness(past, distance);
            if (likeness > most) {
                most = likeness;
                best = distance;
            }
        }
        return best;
    }

    private static double likeness(short[] past, int distance) {
        var product = 0.0;
        var energy = 1.0;
        for (var i = past.length - COMPARED; i < past.length; i += 2) {
            var before = (double) past[i - distance];
            product += before * past[i];
            energy += before * before;
        }
        return product / Math.sqrt(energy);
    }
}
