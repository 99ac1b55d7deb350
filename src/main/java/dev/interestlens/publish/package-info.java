/** Runs and data sets for others: models in every format, and reports. */
package dev.interestlens.publish;
