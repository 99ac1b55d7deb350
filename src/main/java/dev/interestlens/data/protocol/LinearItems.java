package dev.interestlens.data.protocol;

import java.util.Arrays;

/**
 * EASE (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019, equation 8): B = −P / diag P with P = (XᵀX + λ)^−1. Where there are
 * fewer users than items, P = (1 − Xᵀ M X) / λ with M = (XXᵀ + λ)^−1, the same by Woodbury's identity.
 */
final class LinearItems implements NeighbourRows.Row {
    /** Items whose rows are made together: what one user read is then read once for all of them. */
    private static final int BLOCK = 16;

    private final TrainingLog log;
    private final double lambda;
    private final boolean byUsers;
    private final double[] inverse;
    private final int size;
    private final double[] sums;
    private final float[] block;
    private int blockFrom;
    private int blockUntil;

    LinearItems(TrainingLog log, double lambda, SymmetricInverse inversion) {
        this.log = log;
        this.lambda = lambda;
        byUsers = log.users() <= log.items();
        size = byUsers ? log.users() : log.items();
        inverse = inversion.of(products(), size);
        sums = new double[log.users()];
        block = new float[byUsers ? log.items() * BLOCK : 0];
    }

    private double[] products() {
        double[] products = new double[size * size];
        for (int item = 0; byUsers && item < log.items(); item++) {
            for (int a = log.from(item); a < log.until(item); a++) {
                for (int b = log.from(item); b < log.until(item); b++) {
                    products[log.user(a) * size + log.user(b)] += log.first(item, a) && log.first(item, b) ? 1 : 0;
                }
            }
        }
        for (int user = 0; !byUsers && user < log.users(); user++) {
            for (int a : log.set(user)) {
                for (int b : log.set(user)) {
                    products[a * size + b]++;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            products[i * size + i] += lambda;
        }
        return products;
    }

    /** The entries of P in one row, negative, without the diagonal: what is left of B is to divide by the diagonal of each column. */
    @Override
    public void add(int item, NeighbourRows.Sums row) {
        if (!byUsers) {
            for (int other = 0; other < log.items(); other++) {
                if (other != item && log.until(other) > log.from(other)) {
                    row.add(other, (float) -inverse[item * size + other]);
                }
            }
            return;
        }
        if (item < blockFrom || item >= blockUntil) {
            makeBlock(item);
        }
        for (int other = 0; other < log.items(); other++) {
            if (other != item && log.until(other) > log.from(other)) {
                row.add(other, block[other * BLOCK + item - blockFrom]);
            }
        }
    }

    /** Xᵀ M X / λ of the items from one on. */
    private void makeBlock(int from) {
        blockFrom = from;
        blockUntil = Math.min(log.items(), from + BLOCK);
        float[] ofUsers = new float[sums.length * BLOCK];
        for (int item = from; item < blockUntil; item++) {
            of(item);
            for (int user = 0; user < sums.length; user++) {
                ofUsers[user * BLOCK + item - from] = (float) (sums[user] / lambda);
            }
        }
        Arrays.fill(block, 0);
        for (int user = 0; user < sums.length; user++) {
            for (int other : log.set(user)) {
                for (int k = 0; k < BLOCK; k++) {
                    block[other * BLOCK + k] += ofUsers[user * BLOCK + k];
                }
            }
        }
    }

    /** M times the item's column of X. */
    private void of(int item) {
        Arrays.fill(sums, 0);
        for (int at = log.from(item); at < log.until(item); at++) {
            int column = log.user(at) * size;
            for (int u = 0; log.first(item, at) && u < sums.length; u++) {
                sums[u] += inverse[column + u];
            }
        }
    }

    /** 1 / P_cc of each item. */
    float[] overDiagonal() {
        float[] over = new float[log.items()];
        for (int item = 0; item < over.length; item++) {
            double diagonal = byUsers ? 1 / lambda : inverse[item * size + item];
            if (byUsers) {
                of(item);
                for (int at = log.from(item); at < log.until(item); at++) {
                    diagonal -= log.first(item, at) ? sums[log.user(at)] / lambda : 0;
                }
            }
            over[item] = (float) (1 / diagonal);
        }
        return over;
    }
}
