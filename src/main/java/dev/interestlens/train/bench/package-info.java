/** Measures of speed: training and inference on made-up samples, and the parts of a step. */
package dev.interestlens.train.bench;
