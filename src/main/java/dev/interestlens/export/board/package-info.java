/**
 * TensorBoard's event files: records with masked CRC-32C sums, each an event of numbers, histograms, images or hyperparameters. Bytes are only appended, so that
 * TensorBoard can read along. It knows nothing of runs; who writes one says what its events are.
 */
package dev.interestlens.export.board;
