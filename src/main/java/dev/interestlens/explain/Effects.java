package dev.interestlens.explain;

/**
 * What removing really does, measured.
 *
 * @param logit z(H), in the precision of the removal
 * @param emptyLogit z(∅), nothing can be read: attention has no key, a pooled interest is zero, a recurrent state stays at its start; the candidate
 *     keeps its position, profile and context
 * @param effect Δ = z(H) − z(H∖j) of each behaviour: positive where it raises the score
 * @param points p(H) − p(H∖j)
 */
public record Effects(double logit, double emptyLogit, double[] effect, double[] points) {
    public Effects {
        effect = effect.clone();
        points = points.clone();
    }

    /** z(H) − z(∅). */
    public double historyEffect() {
        return logit - emptyLogit;
    }

    /** p(H). */
    public double score() {
        return Scores.sigmoid(logit);
    }

    /** p(∅). */
    public double emptyScore() {
        return Scores.sigmoid(emptyLogit);
    }

    /** |Δ|. */
    public double[] size() {
        double[] size = new double[effect.length];
        for (int j = 0; j < effect.length; j++) {
            size[j] = Math.abs(effect[j]);
        }
        return size;
    }
}
