/** Guesses a first mapping for a file, from the tables and names of its inputs, without running it. Used only by the package above. */
package dev.interestlens.foreign.guess;
