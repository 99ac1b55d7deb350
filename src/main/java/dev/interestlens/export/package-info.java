/**
 * Exports for other programs: each file is read back and compared before it counts as written. Nothing here computes an explanation or trains. Used
 * by the command line and by the export screen.
 */
package dev.interestlens.export;
