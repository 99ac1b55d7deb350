/** Controls for one history: its behaviours with Look and Effect, and rows of bars. */
package dev.interestlens.ui.control.history;
