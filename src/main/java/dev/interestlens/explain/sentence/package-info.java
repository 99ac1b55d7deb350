/** The sentence of a prediction: what may be said, decided by measurement, and the words for it. */
package dev.interestlens.explain.sentence;
