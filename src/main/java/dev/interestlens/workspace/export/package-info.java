/** A run as a file for others: models in every format, reports. */
package dev.interestlens.workspace.export;
