/**
 * The screen with explanations: predictions of the test part at the left, then the sentence, Look and Effect, and the internals of the model.
 *
 * <p>Every call of the engine goes through one place, each step of an explanation is shown as soon as it is measured, and a newer selection makes
 * older ones stale. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.explain;
