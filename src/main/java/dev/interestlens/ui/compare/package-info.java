/**
 * The screen that sets up to six runs side by side: metrics on the same test rows, differing settings, curves, and whether a winner can be named; and
 * the wizard that trains the ablations of the papers.
 *
 * <p>A winner is named only where neither other users nor other seeds explain the lead. Runs are trained through {@code Trainings}; only the shell
 * builds this screen.
 */
package dev.interestlens.ui.compare;
