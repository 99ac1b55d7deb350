/**
 * Tables of words and numbers, once for all forms in which they are written: LaTeX, Markdown, CSV, HTML and drawings. A cell keeps its number beside its
 * words, so that a spreadsheet gets all digits and an interval its own columns. It knows nothing of what the numbers mean; everybody may use it.
 */
package dev.interestlens.figure.table;
