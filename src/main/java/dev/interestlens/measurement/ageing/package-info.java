/**
 * Measures how fast what a model has learnt stops being true: one is trained at each of several times of a log, and asked the events of every later slice.
 * All work lies in the data set's folder and goes on where it stopped. Used by the measurement that tells it.
 */
package dev.interestlens.measurement.ageing;
