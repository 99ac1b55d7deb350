package dev.interestlens.explain.fidelity;

/**
 * One measure over many samples.
 *
 * @param mean over the samples where it is defined
 * @param median of them
 * @param low end of the 95 % interval of the mean, users drawn again and again; NaN where there are too few
 * @param high other end
 * @param samples where it is defined
 */
public record Figure(double mean, double median, double low, double high, int samples) {}
