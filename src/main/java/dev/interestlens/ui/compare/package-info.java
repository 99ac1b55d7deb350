/**
 * The screen that sets up to six runs side by side: figures on the same test rows, what is configured differently, curves, and whether a winner can be
 * named; and the wizard that trains what the papers take away.
 *
 * <p>A winner is named only where neither other users nor other seeds explain the lead. Runs are trained through {@code Trainings}; only the shell
 * builds this screen.
 */
package dev.interestlens.ui.compare;
