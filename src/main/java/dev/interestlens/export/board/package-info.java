/**
 * TensorBoard's event files: records with masked CRC-32C sums, each an event of numbers, histograms, images or hyperparameters. Bytes are only
 * appended, so that TensorBoard can read them meanwhile. It is independent of runs.
 */
package dev.interestlens.export.board;
