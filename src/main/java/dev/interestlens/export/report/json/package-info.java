/** Explanations, recommendations and fidelity reports as JSON. */
package dev.interestlens.export.report.json;
