/**
 * Explanations of one prediction: the model's attention, the measured effect of removing behaviours, and a sentence that says "because" only where
 * the measurement supports it. All results are plain numbers and texts in English and Chinese; no state is kept between calls. Used by the
 * explanation screen, the command line and the reports.
 */
package dev.interestlens.explain;
