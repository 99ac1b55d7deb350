/**
 * What a family of models has apart from its networks: teaching steps, ablations, findings that favour it, the shape of its benchmark, training
 * settings of its presets. Plain values without an engine; texts of all families are in {@code texts.properties} here, a family's own beside its
 * model. Models and their views may use it.
 */
package dev.interestlens.model.family;
