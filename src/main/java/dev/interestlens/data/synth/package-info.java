/**
 * A small shop whose customers' every step has a known cause, so that explanations can be scored and the best possible AUC is known.
 *
 * <p>Same settings, same bytes, on any machine; the exact probability of a next item is always at hand, and causes are never an input of
 * training. Used by the {@code generate} command, by the bundled sample and by whoever compares a model with the truth.
 */
package dev.interestlens.data.synth;
