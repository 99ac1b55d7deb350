/**
 * The screen for training: settings, the curves of one or several runs, and the list of all runs.
 *
 * <p>All curves come from the journals of runs, live or later; starting, pausing and stopping are requests to a child process. Used only by {@code
 * ui.shell}.
 */
package dev.interestlens.ui.train;
