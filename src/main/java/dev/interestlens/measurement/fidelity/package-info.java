/** Fidelity of a run's explanations, with the control runs for it. */
package dev.interestlens.measurement.fidelity;
