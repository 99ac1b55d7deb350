/**
 * Pictures as files: SVG, PDF, PNG and TikZ of any {@link dev.interestlens.figure.Drawing}, with text as text where the format knows text, in the fonts that
 * the program brings. The same drawing gives the same bytes.
 */
package dev.interestlens.figure.file;
