package dev.interestlens.train;

/**
 * How numbers are updated by their gradients: the same code for dense parameters and for rows of tables, in plain Java, so that the result does not
 * depend on the engine's threads.
 */
public interface UpdateRule {
    /** Running arrays that it keeps beside the weights, by name. */
    String[] moments();

    /**
     * What is the same for all numbers in a step.
     *
     * @param rate the learning rate
     * @param size factor of Adam's first moment
     * @param spread factor of the root of its second moment
     */
    record Pace(double rate, float size, float spread) {}

    /** The pace of step number {@code step}, from 1. */
    default Pace pace(long step, double rate) {
        return new Pace(rate, 0, 0);
    }

    /** Whether numbers also move in steps without gradient and decay. */
    default boolean restless() {
        return false;
    }

    /**
     * Moves {@code weights[from … from + count)}.
     *
     * @param gradient read at {@code gradientFrom}; null stands for zeros
     * @param moments one array for each of {@link #moments()}, as long as the weights
     */
    void move(
            float[] weights,
            float[] gradient,
            int gradientFrom,
            float[][] moments,
            int from,
            int count,
            Pace pace,
            double decay);

    /** w −= rate · (g + decay · w). */
    final class Sgd implements UpdateRule {
        @Override
        public String[] moments() {
            return new String[0];
        }

        @Override
        public void move(
                float[] w, float[] g, int gAt, float[][] moments, int from, int count, Pace pace, double decay) {
            float r = (float) pace.rate();
            float d = (float) decay;
            for (int i = 0; i < count; i++) {
                float gradient = g == null ? 0 : g[gAt + i];
                w[from + i] -= r * (gradient + d * w[from + i]);
            }
        }
    }

    /** s += g²; w −= rate · g / (√s + 1e-10), as torch's Adagrad. */
    final class Adagrad implements UpdateRule {
        private static final float EPSILON = 1e-10f;

        @Override
        public String[] moments() {
            return new String[] {"sum"};
        }

        @Override
        public void move(
                float[] w, float[] g, int gAt, float[][] moments, int from, int count, Pace pace, double decay) {
            float r = (float) pace.rate();
            float d = (float) decay;
            float[] sum = moments[0];
            for (int i = 0; i < count; i++) {
                int at = from + i;
                float gradient = (g == null ? 0 : g[gAt + i]) + d * w[at];
                sum[at] += gradient * gradient;
                w[at] -= r * gradient / ((float) Math.sqrt(sum[at]) + EPSILON);
            }
        }
    }

    /**
     * Adam (Kingma and Ba, 1412.6980), β 0.9 and 0.999, ε 1e-8, in one of two forms that differ in the position of ε: torch's Adam adds it behind the
     * bias correction, torch's SparseAdam before it (golden {@code adam} and {@code epshat}).
     *
     * @param decoupled weight decay directly on the weights (AdamW) instead of through the gradient
     */
    record Adam(Form form, boolean decoupled) implements UpdateRule {
        /** The position of ε. */
        public enum Form {
            CORRECTED,
            EPSILON_HAT
        }

        private static final double BETA_1 = 0.9;
        private static final double BETA_2 = 0.999;
        private static final double EPSILON = 1e-8;

        @Override
        public String[] moments() {
            return new String[] {"m", "v"};
        }

        @Override
        public Pace pace(long step, double rate) {
            double first = 1 - Math.pow(BETA_1, step);
            double second = Math.sqrt(1 - Math.pow(BETA_2, step));
            boolean corrected = form == Form.CORRECTED;
            return new Pace(rate, (float) (corrected ? rate / first : rate * second / first), (float)
                    (corrected ? 1 / second : 1));
        }

        @Override
        public boolean restless() {
            return true;
        }

        @Override
        public void move(
                float[] w, float[] g, int gAt, float[][] moments, int from, int count, Pace pace, double decay) {
            float size = pace.size();
            float spread = pace.spread();
            float shrink = decoupled ? (float) (1 - pace.rate() * decay) : 1;
            float d = decoupled ? 0 : (float) decay;
            float[] m = moments[0];
            float[] v = moments[1];
            if (g == null) {
                rest(w, m, v, from, count, size, spread, shrink, d);
            } else {
                move(w, g, gAt, m, v, from, count, size, spread, shrink, d);
            }
        }

        private static void move(
                float[] w,
                float[] g,
                int gAt,
                float[] m,
                float[] v,
                int from,
                int count,
                float size,
                float spread,
                float shrink,
                float decay) {
            for (int i = 0; i < count; i++) {
                int at = from + i;
                float gradient = g[gAt + i] + decay * w[at];
                m[at] = (float) BETA_1 * m[at] + (float) (1 - BETA_1) * gradient;
                v[at] = (float) BETA_2 * v[at] + (float) (1 - BETA_2) * gradient * gradient;
                w[at] = w[at] * shrink - size * m[at] / ((float) Math.sqrt(v[at]) * spread + (float) EPSILON);
            }
        }

        private static void rest(
                float[] w,
                float[] m,
                float[] v,
                int from,
                int count,
                float size,
                float spread,
                float shrink,
                float decay) {
            for (int at = from; at < from + count; at++) {
                float gradient = decay * w[at];
                m[at] = (float) BETA_1 * m[at] + (float) (1 - BETA_1) * gradient;
                v[at] = (float) BETA_2 * v[at] + (float) (1 - BETA_2) * gradient * gradient;
                w[at] = w[at] * shrink - size * m[at] / ((float) Math.sqrt(v[at]) * spread + (float) EPSILON);
            }
        }
    }
}
