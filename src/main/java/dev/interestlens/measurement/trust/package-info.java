/**
 * Measures which explanations can be believed on a log: causes are planted in copies of it, models are trained on these, and what finds the planted
 * causes is counted. All work lies in the data set's folder and goes on where it stopped. Used by the command line, reports and the window.
 */
package dev.interestlens.measurement.trust;
