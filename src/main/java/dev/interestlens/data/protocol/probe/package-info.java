/** Probes that need no model: baselines, the predictive power of single fields, and leaks. */
package dev.interestlens.data.protocol.probe;
