/** One history on the screen: its behaviours with Look and Effect, and rows of numbers below each other. */
package dev.interestlens.ui.control.history;
