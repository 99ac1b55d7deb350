/**
 * Pictures as files: SVG, PDF, PNG and TikZ of any {@link dev.interestlens.figure.Drawing}, with real text where the format supports it, in the
 * bundled fonts. The same drawing gives the same bytes.
 */
package dev.interestlens.figure.file;
