package dev.interestlens.explain.view;

import java.util.Arrays;
import java.util.List;

/** The plane of the first two principal components of points, found by power iteration. */
final class PrincipalPlane {
    private static final int ROUNDS = 200;

    private final double[] mean;
    private final double[][] axes = new double[2][];
    private final double[] shares = new double[2];

    /** @param points of equal length, at least one */
    PrincipalPlane(List<double[]> points) {
        int width = points.get(0).length;
        mean = new double[width];
        for (double[] point : points) {
            for (int e = 0; e < width; e++) {
                mean[e] += point[e] / points.size();
            }
        }
        double[][] covariance = new double[width][width];
        for (double[] point : points) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.size();
                }
            }
        }
        double whole = 0;
        for (int e = 0; e < width; e++) {
            whole += covariance[e][e];
        }
        for (int axis = 0; axis < 2; axis++) {
            axes[axis] = largest(covariance);
            double variance = deflate(covariance, axes[axis]);
            shares[axis] = whole > 0 ? variance / whole : 0;
        }
    }

    /** The coordinate of a point along axis 0 or 1. */
    double at(double[] point, int axis) {
        double at = 0;
        for (int e = 0; e < mean.length; e++) {
            at += (point[e] - mean[e]) * axes[axis][e];
        }
        return at;
    }

    /** Share of the variance along an axis. */
    double share(int axis) {
        return shares[axis];
    }

    private static double[] largest(double[][] matrix) {
        double[] vector = new double[matrix.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 1 + i % 3; // unlikely to be orthogonal to the component
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = times(matrix, vector);
            double length = Math.sqrt(Arrays.stream(next).map(v -> v * v).sum());
            if (length < 1e-12) {
                return new double[matrix.length];
            }
            for (int i = 0; i < next.length; i++) {
                vector[i] = next[i] / length;
            }
        }
        return vector;
    }

    /** Removes a component from the matrix and returns its variance. */
    private static double deflate(double[][] matrix, double[] vector) {
        double[] product = times(matrix, vector);
        double variance = 0;
        for (int i = 0; i < vector.length; i++) {
            variance += product[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                matrix[i][j] -= variance * vector[i] * vector[j];
            }
        }
        return variance;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
