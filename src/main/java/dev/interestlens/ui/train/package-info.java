/**
 * The screen on which a model learns: what to train with, the curves of one run beside others, and all runs there are.
 *
 * <p>Whatever is drawn comes from the journals of runs, live or years later; starting, pausing and stopping are wishes to a child process. Used only
 * by {@code ui.shell}.
 */
package dev.interestlens.ui.train;
