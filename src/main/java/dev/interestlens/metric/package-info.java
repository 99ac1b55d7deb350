/**
 * How good scores are: AUC, GAUC, log loss, NDCG, HR, MRR, calibration, rank correlation, and bootstrap intervals of them.
 *
 * <p>Pure functions on arrays, in double precision, with written tie rules; an undefined result is never a number, invalid input throws a {@link
 * dev.interestlens.metric.MetricException}. Every package may use it; it depends on the JDK only.
 */
package dev.interestlens.metric;
