/**
 * Tables of texts and numbers, for all output formats: LaTeX, Markdown, CSV, HTML and drawings. A cell keeps its number beside its text, so that a
 * spreadsheet gets all digits and separate columns for an interval. Every package may use it.
 */
package dev.interestlens.figure.table;
