package dev.interestlens.model.reading;

/** Keeps the k steps with the largest scores. Steps are offered newest first; of equal scores the newer one is kept. */
public final class TopSteps {
    private final float[] scores;
    private final int[] steps;
    private int count;

    public TopSteps(int k) {
        scores = new float[k];
        steps = new int[k];
    }

    public void clear() {
        count = 0;
    }

    public void offer(int step, float score) {
        if (count < steps.length) {
            int at = count++;
            while (at > 0 && worse(score, step, parent(at))) {
                move(parent(at), at);
                at = parent(at);
            }
            put(at, step, score);
        } else if (score > scores[0]) {
            replaceWorst(step, score);
        }
    }

    private void replaceWorst(int step, float score) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < count && worse(scores[child + 1], steps[child + 1], child)) {
                child++;
            }
            if (child >= count || worse(score, step, child)) {
                put(at, step, score);
                return;
            }
            move(child, at);
            at = child;
        }
    }

    /** Whether a step is worse than the one at a position. */
    private boolean worse(float score, int step, int at) {
        return score < scores[at] || score == scores[at] && step < steps[at];
    }

    private static int parent(int at) {
        return (at - 1) / 2;
    }

    private void move(int from, int to) {
        scores[to] = scores[from];
        steps[to] = steps[from];
    }

    private void put(int at, int step, float score) {
        scores[at] = score;
        steps[at] = step;
    }

    /** A step must exceed this score to be kept: the worst kept one, once there are enough. */
    float threshold() {
        return count < steps.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    public int count() {
        return count;
    }

    /** Copies the steps, unordered. */
    public void copy(int[] target, int at) {
        System.arraycopy(steps, 0, target, at, count);
    }
}
