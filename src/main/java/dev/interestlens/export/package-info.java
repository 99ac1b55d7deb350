/**
 * What leaves the program: weights as files that other programs read, each read back and compared before it is called written. Nothing here computes
 * an explanation or trains. Used by the command line and by the export screen.
 */
package dev.interestlens.export;
