/**
 * The three pages on which a foreign model is opened: its inputs, its numbering of ids, its contract. Asks only what is uncertain. In a window of its
 * own.
 */
package dev.interestlens.ui.elsewhere;
