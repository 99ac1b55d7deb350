/**
 * Writers of pictures and pages: SVG, self-contained HTML, CSV and JSON of an explanation. A file fetches nothing, runs no script, names run, sample
 * and fidelity inside, and treats every title as text. Used by the command line and by the windows that export.
 */
package dev.interestlens.export.report;
