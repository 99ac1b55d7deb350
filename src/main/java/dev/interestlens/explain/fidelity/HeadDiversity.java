package dev.interestlens.explain.fidelity;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.InterestClusters;
import dev.interestlens.explain.look.LookReader;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How different several attentions are, over many samples. Agreement is neither good nor bad: where one interest decides, they should agree.
 *
 * @param heads H, how many there are
 * @param samples number of measured ones, each with at least {@link #SHORTEST} behaviours
 * @param cosine the mean cosine of any two attentions of a sample: 1 where they are the same
 * @param rank the mean effective rank of a sample's attentions, from 1 to H: exp of the entropy of their singular values (Roy and Vetterli 2007)
 */
public record HeadDiversity(int heads, int samples, double cosine, double rank) {
    /** The shortest history that is measured; in shorter ones attentions can hardly differ. */
    public static final int SHORTEST = 5;

    private static final double ALIKE = 0.9;
    private static final int ROWS = 64;
    private static final double NOTHING = 1e-15;
    private static final int SWEEPS = 30;

    /** True where one attention would give the same. */
    public boolean alike() {
        return cosine > ALIKE;
    }

    /** Of a model on the rows of a batch; null where it does not have several attentions, or no history is long enough. */
    public static HeadDiversity of(Scorer model, List<RawBatch> batches) {
        List<List<double[]>> all = new ArrayList<>();
        for (RawBatch batch : batches) {
            all.addAll(LookReader.heads(model.traces(batch), batch));
        }
        return of(all);
    }

    /** Chunks of rows that are measured together. */
    public static List<int[]> pieces(int[] rows) {
        List<int[]> pieces = new ArrayList<>();
        for (int from = 0; from < rows.length; from += ROWS) {
            pieces.add(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + ROWS)));
        }
        return pieces;
    }

    /** Of the attentions of each sample; null where there is nothing to compare. */
    static HeadDiversity of(List<List<double[]>> samples) {
        List<List<double[]>> long5 = samples.stream()
                .filter(heads -> heads.size() > 1 && heads.get(0).length >= SHORTEST)
                .toList();
        if (long5.isEmpty()) {
            return null;
        }
        double cosine = 0;
        double rank = 0;
        for (List<double[]> heads : long5) {
            double[][] gram = gram(heads);
            cosine += pairs(gram) / long5.size();
            rank += rank(gram) / long5.size();
        }
        return new HeadDiversity(long5.get(0).size(), long5.size(), cosine, rank);
    }

    private static double[][] gram(List<double[]> heads) {
        int h = heads.size();
        double[][] gram = new double[h][h];
        for (int a = 0; a < h; a++) {
            for (int b = 0; b < h; b++) {
                double cosine = InterestClusters.cosine(heads.get(a), heads.get(b));
                gram[a][b] = a == b ? 1 : Double.isNaN(cosine) ? 0 : cosine; // one that looks nowhere is like none
            }
        }
        return gram;
    }

    private static double pairs(double[][] gram) {
        int h = gram.length;
        double sum = Arrays.stream(gram).flatMapToDouble(Arrays::stream).sum();
        return (sum - h) / (h * (h - 1));
    }

    /** The singular values of rows of length 1 are the roots of the eigenvalues of their cosines, here by Jacobi's rotations. */
    private static double rank(double[][] gram) {
        int h = gram.length;
        double[][] a = Arrays.stream(gram).map(double[]::clone).toArray(double[][]::new);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < h; p++) {
                for (int q = p + 1; q < h; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] singular = ArrayFill.doubles(h, i -> Math.sqrt(Math.max(0, a[i][i])));
        double sum = Arrays.stream(singular).sum();
        double entropy = 0;
        for (double value : singular) {
            double share = value / sum;
            entropy -= share > NOTHING ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    private static void rotate(double[][] a, int p, int q) {
        if (Math.abs(a[p][q]) < NOTHING) {
            return;
        }
        double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int k = 0; k < a.length; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
    }
}
