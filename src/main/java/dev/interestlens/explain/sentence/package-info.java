/** The sentence of a prediction: which one the measurements support, and its text. */
package dev.interestlens.explain.sentence;
