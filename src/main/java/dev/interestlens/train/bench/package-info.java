/** Measures of speed: training and inference on synthetic samples, and the parts of a step. */
package dev.interestlens.train.bench;
