/**
 * How good scores are: AUC, GAUC, log loss, NDCG, HR, MRR, calibration, rank correlation, and bootstrap intervals of them.
 *
 * <p>Pure functions on arrays, in double precision, with written tie rules; what is undefined says so and is never a number, what is
 * wrong in the input is a {@link dev.interestlens.metric.MetricException}. Everybody may use it; it knows the JDK alone.
 */
package dev.interestlens.metric;
