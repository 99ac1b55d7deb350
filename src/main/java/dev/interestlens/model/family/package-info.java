/**
 * What a family of models brings beside its networks: teaching steps, ablations, findings that speak for it, the shape of its benchmark, how its presets
 * train. Values without an engine; words that are the same for all families are in {@code texts.properties} here, a family's own beside it. Models and
 * whoever shows them may use it.
 */
package dev.interestlens.model.family;
