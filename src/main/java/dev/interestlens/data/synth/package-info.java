/**
 * Synthetic logs in which the cause of every event is known, so that explanations can be scored and the best possible AUC is known.
 *
 * <p>The same settings give the same bytes on any machine; the exact probability of a next item is always known, and causes are never an input of
 * training. Used by the {@code generate} command, by the bundled sample and by comparisons of a model with the true causes.
 */
package dev.interestlens.data.synth;
