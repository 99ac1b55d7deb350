/**
 * Why attention looks where it looks: the raw score of a behaviour as the sum of what each of its parts adds over an average behaviour. The parts of a
 * score always sum to it less its mean. Used by explanations, views and reports.
 */
package dev.interestlens.explain.reason;
