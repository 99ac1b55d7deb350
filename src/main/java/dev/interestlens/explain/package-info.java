/**
 * One prediction: where the model looked, what removing a behaviour really does, and a sentence that says "because" only where the measurement
 * backs it. Everything that leaves this package is a value of plain numbers and texts in English and Chinese; nothing is kept between calls. Used by
 * the explanation screen, the command line and the reports.
 */
package dev.interestlens.explain;
