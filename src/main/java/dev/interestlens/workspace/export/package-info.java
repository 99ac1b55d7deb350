/** Exports of runs: models in every format, and reports. */
package dev.interestlens.workspace.export;
