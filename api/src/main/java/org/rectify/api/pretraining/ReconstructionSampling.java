package org.rectify.api.pretraining;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.random.RandomStream;

/**
 * Which positions of its input a denoising auto-encoder rebuilds when it learns: all whose clean or corrupted input is not
 * zero, and of the others some drawn at random (Dauphin, Glorot, Bengio 2011; item 92).
 *
 * @param zeros the probability with which one of the others is drawn
 * @param importanceWeights whether the cost of a drawn one is divided by that probability, so that cost and gradient are in
 *     expectation those of all positions
 * @since 0.1
 */
public record ReconstructionSampling(
        @Describe(
                value =
                        "The probability with which a position is rebuilt whose clean and corrupted input are both zero.",
                range = "(0, 1]",
                source = "item 92")
        double zeros,

        @Describe(
                value =
                        "Whether the cost of such a position is divided by that probability, which makes the expected gradient"
                                + " that of all positions.",
                defaultsTo = "true",
                source = "item 92")
        boolean importanceWeights) {

    public ReconstructionSampling {
        Require.in("zeros", zeros, "(0, 1]");
    }

    /** What the cost of a drawn position is multiplied by where clean and corrupted input are both zero. */
    public float zeroWeight() {
        return importanceWeights ? (float) (1 / zeros) : 1;
    }

    /**
     * Draws the positions of a minibatch, example after example.
     *
     * <p>Zeros are found by jumping: how many places are passed over before the next one is drawn from the geometric
     * distribution, so that the time they take is that of the drawn ones.
     *
     * @param clean examples x inputs, row after row
     * @param corrupted the same shape
     * @param places how many there are: examples times inputs
     * @param stream read on from where it stands
     * @param weights what the cost of each place is multiplied by, 0 where it was not drawn; overwritten
     */
    public void draw(float[] clean, float[] corrupted, int places, RandomStream stream, float[] weights) {
        for (int place = 0; place < places; place++) {
            weights[place] = clean[place] != 0 || corrupted[place] != 0 ? 1 : 0;
        }
        float zeroWeight = zeroWeight();
        double logOfMissing = Math.log1p(-zeros);
        int place = jump(stream, logOfMissing, places);
        while (place < places) {
            if (weights[place] == 0) {
                weights[place] = zeroWeight;
            }
            place += 1 + jump(stream, logOfMissing, places - place - 1);
        }
    }

    /** Places missed before the next hit, at most {@code limit}: at least n of them with probability (1 - zeros)^n. */
    private static int jump(RandomStream stream, double logOfMissing, int limit) {
        return (int) Math.min(limit, Math.log(1 - stream.nextDouble()) / logOfMissing);
    }
}
