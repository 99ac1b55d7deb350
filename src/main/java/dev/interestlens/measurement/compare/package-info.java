/** Comparisons of runs on the same rows and users, with verdicts over seeds, and ablations. */
package dev.interestlens.measurement.compare;
