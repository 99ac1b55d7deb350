/**
 * The three pages on which a foreign model is opened: its inputs, its numbers, its contract. Asks only what is not certain. A window of its own over
 * the program's.
 */
package dev.interestlens.ui.elsewhere;
