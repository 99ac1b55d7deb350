/**
 * From a prepared data set to samples: split, history rule, negatives, baselines and leak probes. Every draw is a function
 * of seed, epoch and row, so that a batch can be made again at any time and in any order. Used by training, explaining and
 * the reports.
 */
package dev.interestlens.data.protocol;
