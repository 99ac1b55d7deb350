/**
 * The screen that says why: predictions of the test part at the left, the sentence first, then Look and Effect, then what the model computed.
 *
 * <p>Every call of the engine goes through one place, each step of an explanation is shown as soon as it is measured, and a newer selection makes
 * older ones stale. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.explain;
