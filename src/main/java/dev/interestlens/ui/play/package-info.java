/**
 * The playground: a law and a model with its switches at the left; at the right attention while it forms, and whether it finds the cause.
 *
 * <p>A training runs only while the screen is shown, on a thread of its own. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.play;
