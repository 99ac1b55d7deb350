package dev.interestlens.explain.fidelity;

/**
 * One measure over many samples.
 *
 * @param mean over the samples where it is defined
 * @param median of them
 * @param low end of the 95 % bootstrap interval of the mean over users; NaN where there are too few
 * @param high other end
 * @param samples where it is defined
 */
public record Figure(double mean, double median, double low, double high, int samples) {}
